package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class ObjectsConfigurationTest {
    @TempDir
    private Path files;

    @Test
    void filesAreTheDefault() {
        context("guidang.objects.files.root=" + files).run(started -> {
            assertThat(started).hasNotFailed().hasSingleBean(Blobs.class);
            assertThat(started.getBean("archive")).isInstanceOf(FileObjects.class);
            assertThat(started.getBean("work")).isInstanceOf(FileObjects.class);
            assertThat(files.resolve("archive")).isDirectory();
        });
    }

    @Test
    void anUnknownKindIsRefusedByName() {
        context("guidang.objects.kind=tape")
                .run(started -> assertThat(started).getFailure().hasStackTraceContaining("guidang.objects.kind")
                        .hasStackTraceContaining("tape"));
    }

    @Test
    void s3WithoutItsSettingsIsRefusedByName() {
        context("guidang.objects.kind=s3").run(started -> assertThat(started).getFailure()
                .hasStackTraceContaining("guidang.objects.s3.endpoint, access-key, secret-key"));
    }

    @Test
    void oneBucketForBothPlacesIsRefused() {
        context("guidang.objects.kind=s3", "guidang.objects.s3.endpoint=http://127.0.0.1:1", "guidang.objects.s3.access-key=a",
                "guidang.objects.s3.secret-key=b", "guidang.objects.s3.archive-bucket=same",
                "guidang.objects.s3.work-bucket=same")
                .run(started -> assertThat(started).getFailure().hasStackTraceContaining("two different buckets"));
    }

    @Test
    void anEndpointWithAPathIsRefused() {
        context("guidang.objects.kind=s3", "guidang.objects.s3.endpoint=http://127.0.0.1:1/bucket",
                "guidang.objects.s3.access-key=a", "guidang.objects.s3.secret-key=b", "guidang.objects.s3.archive-bucket=one",
                "guidang.objects.s3.work-bucket=two").run(
                        started -> assertThat(started).getFailure()
                                .hasStackTraceContaining("endpoint").hasStackTraceContaining("no path"));
    }

    @Test
    void aRefusedStoreIsNamedInsteadOfAStackTrace() {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class,
                FailureHandler.logging(LogFactory.getLog(getClass())));
        Throwable failed = new IllegalStateException(new CompletionException(new StoreRefused("The store lies.")));
        assertThat(analyzers.stream().map(analyzer -> analyzer.analyze(failed)).filter(java.util.Objects::nonNull)
                .map(FailureAnalysis::getDescription)).contains("The store lies.");
    }

    private static ApplicationContextRunner context(String... settings) {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(Objects.class).withPropertyValues(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ObjectsSettings.class)
    @Import(ObjectsConfiguration.class)
    static class Objects {
    }
}
