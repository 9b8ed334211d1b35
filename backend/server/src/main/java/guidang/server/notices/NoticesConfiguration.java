package guidang.server.notices;

import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.Due;
import guidang.server.filing.OwedDocuments;
import guidang.server.objects.ObjectStore;
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
    NoticeReading noticeReading(NoticeBook book, OwedDocuments owed, OrganizationNames names) {
        return new NoticeReading(book, owed, names);
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
        return new MailChannel(found, from, addresses, texts);
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
    Sweeping sweeping(Outbox outbox, NoticeBook book, RemindingLog log, NoticesSettings settings, Due days, InstantSource clock,
            Rounds rounds) {
        return new Sweeping(outbox, book, log, settings.keep(), days.timeZone(), clock, rounds);
    }

    @Bean
    Reminding reminding(OwedDocuments owed, ReminderScope scope, OrganizationNames names, NoticeBook book, RemindingLog log,
            Outbox outbox, Due days) {
        return new Reminding(owed, scope, names, book, log, outbox, days);
    }
}
