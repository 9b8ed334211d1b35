package guidang.server.filing;

import guidang.server.journal.LogKey;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what has no annotation of its own.
@Configuration(proxyBeanMethods = false)
class FilingConfiguration {
    @Bean
    TicketSeal ticketSeal(FilingSettings settings, LogKey log) {
        String secret = settings.ticketSecret();
        byte[] key = secret == null ? log.derive("guidang tickets") : secret.getBytes(StandardCharsets.UTF_8);
        return new TicketSeal(new SecretKeySpec(key, "HmacSHA256"));
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }
}
