package guidang.server.objects;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The two places and the blobs, proven before anybody gets them.
@Configuration(proxyBeanMethods = false)
class ObjectsConfiguration {
    @Bean
    @ConditionalOnProperty(name = "guidang.objects.kind", havingValue = "s3")
    S3Connection s3Connection(ObjectsSettings settings) {
        ObjectsSettings.S3 s3 = Objects.requireNonNull(settings.s3());
        return new S3Connection(s3.endpoint(), s3.region(), s3.accessKey(), s3.secretKey());
    }

    @Bean
    ObjectStore archive(ObjectsSettings settings, ObjectProvider<S3Connection> s3) throws IOException {
        return settings.kind() == ObjectsSettings.Kind.FILES
                ? files(settings, Place.ARCHIVE)
                : bucket(s3.getObject(), "archive-bucket", Objects.requireNonNull(settings.s3()).archiveBucket(), Place.ARCHIVE);
    }

    @Bean
    ObjectStore work(ObjectsSettings settings, ObjectProvider<S3Connection> s3) throws IOException {
        return settings.kind() == ObjectsSettings.Kind.FILES
                ? files(settings, Place.WORK)
                : bucket(s3.getObject(), "work-bucket", Objects.requireNonNull(settings.s3()).workBucket(), Place.WORK);
    }

    @Bean
    Blobs blobs(@Qualifier("archive") ObjectStore archive) {
        return new Blobs(archive);
    }

    private static ObjectStore files(ObjectsSettings settings, Place place) throws IOException {
        Path root = settings.files().root();
        ObjectStore store = place == Place.ARCHIVE
                ? FileObjects.archive(root.resolve("archive"))
                : FileObjects.work(root.resolve("work"));
        return proven(store, "guidang.objects.files.root=" + root);
    }

    private static ObjectStore bucket(S3Connection connection, String setting, String bucket, Place place) {
        return proven(new S3Objects(connection, bucket, place), "guidang.objects.s3." + setting + "=" + bucket);
    }

    /// Nothing else starts before the store is known to be one.
    private static ObjectStore proven(ObjectStore store, String name) {
        return new StoreProbe(store, name).prove().thenReturn(store).toFuture().join();
    }
}
