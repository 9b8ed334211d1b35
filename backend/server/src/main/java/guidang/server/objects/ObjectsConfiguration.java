package guidang.server.objects;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The two places and the blobs, proven before anybody gets them.
@Configuration(proxyBeanMethods = false)
class ObjectsConfiguration {
    @Bean
    ObjectStore archive(ObjectsSettings settings) throws IOException {
        return proven(FileObjects.archive(settings.files().root().resolve("archive")),
                "guidang.objects.files.root=" + settings.files().root() + " (archive)");
    }

    @Bean
    ObjectStore work(ObjectsSettings settings) throws IOException {
        return proven(FileObjects.work(settings.files().root().resolve("work")),
                "guidang.objects.files.root=" + settings.files().root() + " (work)");
    }

    @Bean
    Blobs blobs(@Qualifier("archive") ObjectStore archive) {
        return new Blobs(archive);
    }

    /// Nothing else starts before the store is known to be one.
    private static ObjectStore proven(ObjectStore store, String name) {
        return new StoreProbe(store, name).prove().thenReturn(store).toFuture().join();
    }
}
