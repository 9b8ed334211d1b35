package guidang.server.drafts;

import guidang.server.inspection.Uploads;
import guidang.server.objects.ObjectStore;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the room.
@Configuration(proxyBeanMethods = false)
class DraftsConfiguration {
    @Bean
    DraftObjects draftObjects(@Qualifier("work") ObjectStore work) {
        return new DraftObjects(work);
    }

    @Bean
    DraftBook draftBook(DraftObjects objects, InstantSource clock) {
        return new DraftBook(objects, clock);
    }

    @Bean
    DraftExpiry draftExpiry(DraftObjects objects, Uploads uploads, InstantSource clock) {
        return new DraftExpiry(objects, uploads, clock);
    }
}
