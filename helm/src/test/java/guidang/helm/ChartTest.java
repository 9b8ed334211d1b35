package guidang.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// Lints and renders the chart with Helm itself.
class ChartTest {
    private static final Path CHART = Path.of("guidang");

    @Test
    void lintFindsNothing() {
        LintResult result = new Helm(CHART).lint().strict().call();
        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "files"})
    void whatIsInstalledIsFourThings(String kind) {
        assertThat(rendered(kind).keySet()).containsExactlyInAnyOrder("ServiceAccount", "ConfigMap", "Service", "Deployment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "files"})
    void theServerRunsWithoutPrivileges(String kind) {
        Object pod = at(rendered(kind), "Deployment", "spec", "template", "spec");
        Object container = first(at(pod, "containers"));
        assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(at(pod, "securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
        assertThat(at(pod, "automountServiceAccountToken")).isEqualTo(false);
        assertThat(at(container, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
        assertThat(at(container, "securityContext", "allowPrivilegeEscalation")).isEqualTo(false);
        assertThat(at(container, "securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
        assertThat(at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/actuator/health/readiness");
        assertThat(at(container, "livenessProbe", "httpGet", "path")).isEqualTo("/actuator/health/liveness");
    }

    @Test
    void secretsAreReferencesNeverSettings() {
        Map<String, Object> all = rendered("s3");
        String environment = at(first(at(all, "Deployment", "spec", "template", "spec", "containers")), "env").toString();
        assertThat(environment).contains("GUIDANG_OBJECTS_S3_ACCESSKEY", "GUIDANG_OBJECTS_S3_SECRETKEY", "s3-keys",
                "search-user", "SPRING_MAIL_PASSWORD", "mail-user", "GUIDANG_NOTICES_WEBHOOKS_0_SECRET", "hook-secret");
        assertThat(at(all, "ConfigMap", "data").toString()).doesNotContain("s3-keys", "search-user", "password", "mail-user",
                "hook-secret");
    }

    @Test
    void theSettingsAreThoseOfTheServer() {
        Object settings = new Yaml().load(at(rendered("s3"), "ConfigMap", "data", "application.yaml").toString());
        assertThat(at(settings, "guidang", "objects", "kind")).isEqualTo("s3");
        assertThat(at(settings, "guidang", "objects", "s3", "archive-bucket")).isEqualTo("guidang-archive");
        assertThat(at(settings, "guidang", "journal", "origin")).isEqualTo("archive.example.org/log");
        assertThat(at(settings, "guidang", "journal", "signing-key")).isEqualTo("/etc/guidang-key/signing-key");
        assertThat(at(settings, "spring", "elasticsearch", "uris")).isEqualTo(List.of("https://search.example.org:9200"));
        assertThat(at(settings, "spring", "mail", "host")).isEqualTo("smtp.example.org");
        assertThat(at(settings, "guidang", "notices", "mail-from")).isEqualTo("archive@example.org");
    }

    @Test
    void furtherSettingsWin() {
        Map<String, Object> all = rendered("files");
        Object environment = first(at(first(at(all, "Deployment", "spec", "template", "spec", "containers")), "env"));
        assertThat(at(environment, "value")).isEqualTo("/etc/guidang/application.yaml,/etc/guidang/settings.yaml");
        assertThat(at(all, "ConfigMap", "data", "settings.yaml").toString()).contains("queue: 1000");
    }

    @Test
    void oneDiskIsNeverMountedTwice() {
        assertThat(at(rendered("files"), "Deployment", "spec", "strategy", "type")).isEqualTo("Recreate");
        assertThat(at(rendered("s3"), "Deployment", "spec", "strategy", "type")).isEqualTo("RollingUpdate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3    | journal.origin            | ''                     | journal.origin must be set
            s3    | journal.signingKey.secret | ''                     | journal.signingKey.secret must be set
            s3    | access.issuer             | ''                     | access.issuer must be set
            s3    | access.issuer             | http://login.example.org | access.issuer must be an https address
            s3    | elasticsearch.uris        | null                   | elasticsearch.uris must be set
            s3    | objects.s3.endpoint       | ''                     | objects.s3.endpoint must be set
            s3    | objects.s3.archiveBucket  | ''                     | objects.s3.archiveBucket must be set
            s3    | objects.s3.workBucket     | ''                     | objects.s3.workBucket must be set
            s3    | objects.s3.workBucket     | guidang-archive        | must be two different buckets
            s3    | objects.s3.secret         | ''                     | objects.s3.secret must be set
            s3    | notices.mail.from         | ''                     | notices.mail.from must be set
            s3    | notices.webhooks[0].url   | http://hooks.example.org | notices
            files | objects.files.claim       | ''                     | objects.files.claim must be set
            files | replicas                  | 2                      | replicas must be 1
            s3    | objects.kind              | tape                   | kind
            s3    | objects.s3.bucket         | x                      | bucket
            s3    | replicas                  | many                   | replicas
            """)
    void aWrongValueIsRefusedByName(String kind, String name, String value, String words) {
        assertThatThrownBy(() -> assertThat(command(kind).set(name, value).call()).isNull()).hasMessageContaining(words);
    }

    private static TemplateCommand command(String kind) {
        return new Helm(CHART).template().withName("guidang").withNamespace("archive").withKubeVersion("1.33.0")
                .withValuesFile(CHART.resolve("ci").resolve(kind + ".yaml"));
    }

    /// By kind.
    private static Map<String, Object> rendered(String kind) {
        Iterable<Object> documents = new Yaml().loadAll(command(kind).call());
        return StreamSupport.stream(documents.spliterator(), false)
                .collect(Collectors.toMap(document -> at(document, "kind").toString(), document -> document));
    }

    private static Object at(Object document, String... path) {
        Object here = document;
        for (String name : path) {
            assertThat(here).isInstanceOf(Map.class);
            here = Objects.requireNonNull(((Map<?, ?>) here).get(name), name);
        }
        return here;
    }

    private static Object first(Object list) {
        return ((List<?>) list).getFirst();
    }
}
