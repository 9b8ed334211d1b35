package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.NonBlocking;
import reactor.core.scheduler.Schedulers;

/// What [S3Objects] keeps to on any S3 service.
abstract class S3ObjectsContract extends ObjectStoreContract {
    private @Nullable S3Connection opened;

    /// A running service.
    protected abstract S3Server server();

    @AfterEach
    void disconnect() {
        connection().close();
        opened = null;
    }

    private S3Connection connection() {
        S3Connection now = opened == null ? server().connect() : opened;
        opened = now;
        return now;
    }

    @Override
    protected ObjectStore archive() {
        return new S3Objects(connection(), server().bucket(connection()), Place.ARCHIVE);
    }

    @Override
    protected ObjectStore work() {
        return new S3Objects(connection(), server().bucket(connection()), Place.WORK);
    }

    @Test
    void theProbeLetsThisServicePass() {
        done(new StoreProbe(archive(), "s3").prove());
    }

    @Test
    void theApplicationStartsOnTwoBuckets() {
        started(server().bucket(connection()), server().bucket(connection())).run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(started.getBean("archive")).isInstanceOf(S3Objects.class);
            assertThat(started.getBean("work")).isInstanceOf(S3Objects.class);
        });
    }

    @Test
    void aMissingBucketIsRefusedByItsSetting() {
        started("missing-" + System.nanoTime(), server().bucket(connection())).run(started -> assertThat(started).getFailure()
                .hasStackTraceContaining("guidang.objects.s3.archive-bucket=missing-").hasStackTraceContaining("NoSuchBucket"));
    }

    @Test
    void wrongKeysAreRefused() {
        String bucket = server().bucket(connection());
        try (S3Connection stranger = new S3Connection(server().endpoint(), "us-east-1", "stranger", "no-secret")) {
            ObjectStore store = new S3Objects(stranger, bucket, Place.ARCHIVE);
            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> done(store.putIfAbsent("a", bytes("x"))));
        }
    }

    @Test
    void everythingMayBeCalledOnANonBlockingThreadAndAnswersOnOne() {
        ObjectStore archive = archive();
        ObjectStore work = work();
        byte[] large = random(6_000_000);
        Flux<?> calls = Flux.concat(archive.putIfAbsent("a", bytes("x")), archive.putIfAbsent("a", bytes("x")),
                work.putIfAbsent("staging/u", Payload.of(large)),
                archive.putIfAbsent("b", new Payload.Stored(work, "staging/u", large.length)), archive.get("a", 10),
                archive.read("b", 5, 100_000), archive.size("b"), archive.madeAt("b"), archive.list("", ""));
        List<Boolean> threads = await(
                calls.map(answer -> Thread.currentThread() instanceof NonBlocking).subscribeOn(Schedulers.parallel())
                        .collectList());
        assertThat(threads).hasSizeGreaterThan(8).containsOnly(true);
    }

    private ApplicationContextRunner started(String archive, String work) {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(Room.class).withPropertyValues("guidang.objects.kind=s3",
                        "guidang.objects.s3.endpoint=" + server().endpoint(),
                        "guidang.objects.s3.access-key=" + server().accessKey(),
                        "guidang.objects.s3.secret-key=" + server().secretKey(), "guidang.objects.s3.archive-bucket=" + archive,
                        "guidang.objects.s3.work-bucket=" + work);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ObjectsSettings.class)
    @Import(ObjectsConfiguration.class)
    static class Room {
    }
}
