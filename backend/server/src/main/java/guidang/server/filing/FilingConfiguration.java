package guidang.server.filing;

import guidang.server.journal.LogKey;
import guidang.server.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
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
    Corrections corrections(@Qualifier("work") ObjectStore work, InstantSource clock) {
        return new Corrections(work, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }
}
