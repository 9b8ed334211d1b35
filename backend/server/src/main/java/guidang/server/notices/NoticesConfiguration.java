package guidang.server.notices;

import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.filing.OwedDocuments;
import guidang.server.objects.ObjectStore;
import guidang.server.query.ItemWatch;
import guidang.server.rectification.Items;
import guidang.server.web.Texts;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/// Wires the room.
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {
    @Bean
    NoticeBook noticeBook(@Qualifier("work") ObjectStore work, NoticesSettings settings) {
        return new NoticeBook(work, settings.aDay());
    }

    @Bean
    RemindingLog remindingLog(@Qualifier("work") ObjectStore work) {
        return new RemindingLog(work);
    }

    @Bean
    RoundLog roundLog(@Qualifier("work") ObjectStore work) {
        return new RoundLog(work);
    }

    @Bean
    NoticeReading noticeReading(NoticeBook book, OwedDocuments owed, OrganizationNames names, ItemNotices items) {
        return new NoticeReading(book, owed, names, items);
    }

    @Bean
    ItemNotices itemNotices(Items items, OrganizationNames names, Campaigns campaigns, Due days, InstantSource clock) {
        return new ItemNotices(items, names, campaigns, days, clock);
    }

    @Bean
    ItemTelling itemTelling(Outbox outbox, OrganizationNames names, Campaigns campaigns) {
        return new ItemTelling(outbox, names, campaigns);
    }

    @Bean
    ItemReminding itemReminding(Items items, ReminderScope scope, NoticeBook book, ItemTelling telling, OrganizationPaths paths) {
        return new ItemReminding(items, scope, book, telling, paths);
    }

    @Bean
    ItemRounds itemRounds(ItemWatch watch, NoticeBook book, ItemTelling telling, OrganizationPaths paths, RoundLog log,
            NoticesSettings settings, Due days, InstantSource clock) {
        ItemRound round = new ItemRound(watch, book, telling, paths, settings.rectifications());
        return new ItemRounds(round, log, settings.rectifications().hour(), days.timeZone(), clock);
    }

    @Bean
    Addresses addresses(@Qualifier("work") ObjectStore work) {
        return new Addresses(work);
    }

    @Bean
    WebhookChannel webhookChannel(NoticesSettings settings, InstantSource clock) {
        return new WebhookChannel(settings, InetAddress::getAllByName, clock);
    }

    @Bean
    MailChannel mailChannel(ObjectProvider<JavaMailSender> server, NoticesSettings settings, Addresses addresses, Texts texts,
            @Value("${spring.mail.username:}") String user) {
        JavaMailSender found = server.getIfAvailable();
        String from = Optional.ofNullable(settings.mailFrom()).orElse(user);
        if (found != null && !Addresses.isOne(from)) {
            throw new IllegalStateException(
                    "guidang.notices.mail-from: where spring.mail.host is set, the address that mail comes from");
        }
        return new MailChannel(found, from, addresses, new MailWords(texts));
    }

    @Bean
    Rounds rounds() {
        return new Rounds();
    }

    @Bean
    Outbox outbox(@Qualifier("work") ObjectStore work, List<Channel> channels, InstantSource clock, Rounds rounds) {
        return new Outbox(work, channels, clock, rounds::wake);
    }

    @Bean
    Sweeping sweeping(Outbox outbox, NoticeBook book, RemindingLog log, RoundLog made, NoticesSettings settings, Due days,
            InstantSource clock, Rounds rounds) {
        return new Sweeping(outbox, book, log, made, settings.keep(), days.timeZone(), clock, rounds);
    }

    @Bean
    Reminding reminding(OwedDocuments owed, ReminderScope scope, OrganizationNames names, NoticeBook book, RemindingLog log,
            Outbox outbox, Due days, ItemReminding items) {
        return new Reminding(owed, scope, names, book, log, outbox, days, items);
    }
}
