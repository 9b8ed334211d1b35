package guidang.server.notices;

import guidang.server.kernel.Code;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Mails the organisation, where it has an address and there is a mail server.
final class MailChannel implements Channel {
    private static final Duration ALL = Duration.ofSeconds(50);

    private final @Nullable JavaMailSender server;
    private final String from;
    private final Addresses addresses;
    private final MailWords words;

    MailChannel(@Nullable JavaMailSender server, String from, Addresses addresses, MailWords words) {
        this.server = server;
        this.from = from;
        this.addresses = addresses;
        this.words = words;
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
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(address));
        mail.setSubject(words.subject(message).replaceAll("\\p{Cntrl}+", " "),
                StandardCharsets.UTF_8.name());
        mail.setText(words.text(message), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.created()));
        mail.setHeader("Message-ID", "<" + message.id() + "@guidang>");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }
}
