package guidang.server.inspection;

import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scopes;
import guidang.server.objects.Recurring;
import guidang.server.objects.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the room.
@Configuration(proxyBeanMethods = false)
class InspectionConfiguration {
    @Bean
    Spool spool(InspectionSettings settings) throws IOException {
        return new Spool(settings);
    }

    @Bean
    ReaderPool readerPool(InspectionSettings settings, Spool spool) {
        return new ReaderPool(settings, ReaderCommand.of(settings), spool);
    }

    @Bean
    Staging staging(@Qualifier("work") ObjectStore work) {
        return new Staging(work);
    }

    @Bean
    Scanning scanning(ScannerSettings settings) {
        return new Scanning(settings, InstantSource.system());
    }

    @Bean
    Uploads uploads(Spool spool, ReaderPool readers, Scanning scanning, Staging staging, Scopes scopes, OrganizationPaths paths,
            InspectionSettings settings) {
        return new Uploads(spool, new Gate(readers, scanning), staging, new Sender.Ownership(scopes, paths), settings,
                InstantSource.system());
    }

    @Bean
    PartStore partStore(@Qualifier("work") ObjectStore work) {
        return new PartStore(work);
    }

    @Bean
    Resumables resumables(PartStore parts, Uploads uploads, Spool spool, Scopes scopes, OrganizationPaths paths) {
        return new Resumables(parts, uploads, spool, new Sender.Ownership(scopes, paths), InstantSource.system());
    }

    @Bean
    Recurring expiredUploads(Staging staging, InspectionSettings settings) {
        return Recurring.hourly("objects of expired uploads",
                () -> staging.expire(Instant.now().minus(settings.expiry())));
    }

    @Bean
    Recurring unfinishedUploads(Resumables resumables) {
        return Recurring.hourly("uploads that were not finished", resumables::expire);
    }

    @Bean
    TemplateChecks templateChecks(MessageSource words) {
        return new TemplateChecks(words);
    }

    @Bean
    UploadViews uploadViews(MessageSource words) {
        return new UploadViews(new Warnings(words));
    }
}
