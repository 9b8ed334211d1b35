package guidang.server.notices;

import guidang.server.kernel.Code;
import guidang.server.web.Texts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Mails the organisation, where it has an address and there is a mail server.
/// In Chinese: nobody knows who reads it.
final class MailChannel implements Channel {
    private static final Duration ALL = Duration.ofSeconds(50);
    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final @Nullable JavaMailSender server;
    private final String from;
    private final Addresses addresses;
    private final Texts texts;

    MailChannel(@Nullable JavaMailSender server, String from, Addresses addresses, Texts texts) {
        this.server = server;
        this.from = from;
        this.addresses = addresses;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Flux<String> reached(Code organization) {
        return server == null ? Flux.empty() : addresses.find(organization).map(_ -> organization.value()).flux();
    }

    /// To the address that is set now.
    @Override
    public Mono<Sent> send(Outgoing message) {
        JavaMailSender mail = server;
        return mail == null
                ? Mono.just(Sent.NEVER)
                : addresses.find(new Code(message.to())).flatMap(address -> send(mail, message, address))
                        .defaultIfEmpty(Sent.NEVER);
    }

    private Mono<Sent> send(JavaMailSender mail, Outgoing message, String address) {
        return Mono.fromCallable(() -> written(mail.createMimeMessage(), message, address)).doOnNext(mail::send)
                .thenReturn(Sent.DONE).subscribeOn(Schedulers.boundedElastic()).timeout(ALL);
    }

    private MimeMessage written(MimeMessage mail, Outgoing message, String address) throws MessagingException {
        Map<String, Object> arguments = arguments(message.reminder());
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(address));
        mail.setSubject(texts.text("mail.reminder.subject", arguments, LANGUAGE).replaceAll("\\p{Cntrl}+", " "),
                StandardCharsets.UTF_8.name());
        mail.setText(texts.text("mail.reminder.text", arguments, LANGUAGE), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.created()));
        mail.setHeader("Message-ID", "<" + message.id() + "@guidang>");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private Map<String, Object> arguments(Reminder reminder) {
        Map<String, Object> all = new HashMap<>();
        all.put("organization", reminder.organization().name());
        all.put("from", reminder.from().name());
        all.put("count", reminder.documents().size());
        all.put("documents", reminder.documents().stream().map(this::line).collect(Collectors.joining("\n")));
        all.put("words", reminder.words() == null ? "" : reminder.words());
        return all;
    }

    private String line(Reminder.Owed owed) {
        Map<String, Object> words = new HashMap<>();
        words.put("campaign", owed.campaignName());
        words.put("document", owed.documentName());
        words.put("period", owed.period());
        words.put("due", owed.due());
        return texts.text(owed.overdue() ? "mail.reminder.overdue" : "mail.reminder.owed", words, LANGUAGE);
    }
}
