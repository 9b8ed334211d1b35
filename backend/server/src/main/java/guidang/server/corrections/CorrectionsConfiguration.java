package guidang.server.corrections;

import guidang.server.objects.ObjectStore;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what has no annotation of its own.
@Configuration(proxyBeanMethods = false)
class CorrectionsConfiguration {
    @Bean
    Corrections corrections(@Qualifier("work") ObjectStore work, InstantSource clock) {
        return new Corrections(work, clock);
    }
}
