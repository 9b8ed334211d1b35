package guidang.server.spill;

import guidang.server.filing.Disposal;
import guidang.server.filing.Reports;
import guidang.server.index.Forgetting;
import guidang.server.objects.ObjectStore;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what has no annotation of its own.
@Configuration(proxyBeanMethods = false)
class SpillConfiguration {
    @Bean
    Removals removals(@Qualifier("work") ObjectStore work, Reports reports, Disposal disposal, Forgetting forgetting,
            InstantSource clock) {
        return new Removals(work, reports, disposal, forgetting, clock);
    }
}
