package guidang.server.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.IndexApiTest;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.IndexFixture;
import guidang.server.index.IndexedFields;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Coinciding passages through the whole server, with a real Elasticsearch:
/// each is told of the reports that it may read, and of no other.
@TestPropertySource(properties = "guidang.index.prefix=coincidences-")
class CoincidenceApiIT extends IndexApiTest {
    private static final String OFFICER = TOKENS.of("lin", "officer@ROOT");
    private static final String MIDDLE = TOKENS.of("wang", "officer@CO-1");
    private static final String CLERK = TOKENS.of("zhang", "clerk@CO-B1");
    private static final String OUTSIDE = TOKENS.of("wu", "officer@CO-2");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Random RANDOM = new Random(5);
    private static final List<String> COPIED = sentences();

    @Autowired
    @Qualifier("work")
    ObjectStore work;

    private static List<String> sentences() {
        return IntStream.range(0, 30).mapToObj(n -> IntStream.range(0, 24)
                .mapToObj(letter -> Character.toString(0x4E00 + RANDOM.nextInt(5000))).collect(Collectors.joining()) + "。")
                .toList();
    }

    private static String reordered() {
        List<String> other = new ArrayList<>(COPIED);
        Collections.shuffle(other, RANDOM);
        return String.join("", other);
    }

    @Override
    protected long prepared() {
        committees("CO", "三支部");
        Archive archive = new Archive(journal, blobs);
        String text = String.join("", COPIED);
        archive.file("co-last", Paper.of("CO-B1", "上年的材料", reordered()).campaign("CO2025"));
        archive.file("co1", Paper.of("CO-B1", "一支部的材料", "一支部召开会议。" + text).campaign("CO"));
        archive.file("co1-plan", Paper.of("CO-B1", "一支部的方案", text).campaign("CO").document("PLAN"));
        archive.file("co2", Paper.of("CO-B2", "二支部的材料", "二支部召开会议。" + reordered()).campaign("CO"));
        archive.file("co2-old", Paper.of("CO-B2", "撤回的材料", text).campaign("CO").document("MEETING"));
        archive.withdraw("co2-old", Paper.of("CO-B2", "撤回的材料", text).campaign("CO").document("MEETING"));
        Paper sealed = Paper.of("CO-B2", "封存的材料", text).campaign("CO").document("IMPLEMENT");
        archive.file("co-sealed", sealed);
        archive.seal("co-sealed", sealed);
        archive.file("co-own", Paper.of("CO-B2", "自己的材料", String.join("", sentences())).campaign("CO").document("RECTIFY"));
        return archive.file("co3", Paper.of("CO-B3", "三支部的材料", "三支部召开会议。" + text).campaign("CO")).position();
    }

    private JsonNode told(String token, String uri) {
        byte[] body = get(token, uri).expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body));
    }

    /// Once the index knows of all.
    private JsonNode coincidences(String token, String uri) {
        IndexFixture.await("indexed", () -> reaches(token, uri));
        return told(token, uri);
    }

    /// While the index is being made, just after the start, it is unavailable.
    private boolean reaches(String token, String uri) {
        var answer = get(token, uri).expectBody().returnResult();
        return answer.getStatus().value() != 503
                && told(token, uri).path("asOf").path("position").asLong() >= position;
    }

    private static List<String> reports(JsonNode answer) {
        return answer.path("items").valueStream().map(item -> item.path("report").asString()).sorted().toList();
    }

    private static List<String> ids(String... keys) {
        return List.of(keys).stream().map(Archive::report).sorted().toList();
    }

    @Test
    void eachIsToldOfTheReportsThatItMayRead() {
        String uri = "/api/reports/" + Archive.report("co1") + "/coincidences";
        assertThat(reports(coincidences(OFFICER, uri))).isEqualTo(ids("co2", "co3", "co-last"));
        assertThat(reports(coincidences(MIDDLE, uri))).isEqualTo(ids("co2", "co-last"));
        assertThat(reports(coincidences(CLERK, uri))).isEqualTo(ids("co-last"));
        refused(get(OUTSIDE, uri), 404, "not-found");
        refused(get(ADMINISTRATOR, uri), 404, "not-found");
        refused(get(OFFICER, "/api/reports/" + Archive.report("none") + "/coincidences"), 404, "not-found");
    }

    /// Reports that coincide with it are expected everywhere else; it is not
    /// among them.
    @Test
    void whatIsSealedIsComparedWithNothing() {
        String uri = "/api/reports/" + Archive.report("co-sealed") + "/coincidences";
        refused(get(OFFICER, uri), 403, "report-sealed");
        refused(get(OUTSIDE, uri), 404, "not-found");
    }

    @Test
    void passagesStandSideBySide() {
        JsonNode answer = coincidences(OFFICER, "/api/reports/" + Archive.report("co1") + "/coincidences");
        JsonNode third = answer.path("items").valueStream()
                .filter(item -> item.path("report").asString().equals(Archive.report("co3"))).findFirst().orElseThrow();
        assertThat(third.path("title").asString()).isEqualTo("三支部的材料");
        assertThat(third.path("organizationName").asString()).isEqualTo("三支部");
        JsonNode passage = third.path("passages").get(0);
        assertThat(passage.path("here").path("text").asString()).contains(COPIED.getFirst(), COPIED.getLast());
        assertThat(passage.path("there").path("text").asString()).contains(COPIED.getFirst(), COPIED.getLast());
        assertThat(passage.path("here").path("same").size()).isPositive();
    }

    @Test
    void anUploadIsComparedBeforeItIsFiled() {
        String mine = stage("zhang", String.join("", COPIED));
        String uri = "/api/uploads/" + mine + "/coincidences";
        assertThat(reports(coincidences(CLERK, uri + "?organization=CO-B1&campaign=CO"))).isEqualTo(ids("co-last"));
        assertThat(reports(coincidences(CLERK, uri))).isEqualTo(ids("co1", "co1-plan", "co-last"));
        refused(get(OFFICER, uri), 404, "upload-not-found");
        String officers = stage("lin", reordered());
        assertThat(reports(coincidences(OFFICER, "/api/uploads/" + officers + "/coincidences?organization=CO-B9&campaign=CO")))
                .isEqualTo(ids("co1", "co1-plan", "co2", "co3", "co-last"));
        String own = stage("lin", String.join("", sentences()));
        assertThat(reports(coincidences(OFFICER, "/api/uploads/" + own + "/coincidences"))).isEmpty();
    }

    @Test
    void officersGetTheReportsOfACampaignThatCoincide() {
        coincidences(OFFICER, "/api/reports/" + Archive.report("co1") + "/coincidences");
        assertThat(clusters(OFFICER, "")).containsExactly(ids("co1", "co2", "co3"));
        assertThat(clusters(MIDDLE, "")).containsExactly(ids("co1", "co2"));
        assertThat(clusters(OFFICER, "&organization=CO-1")).containsExactly(ids("co1", "co2"));
        assertThat(clusters(OUTSIDE, "")).isEmpty();
        refused(get(CLERK, "/api/coincidences?campaign=CO"), 403, "forbidden");
        refused(get(ADMINISTRATOR, "/api/coincidences?campaign=CO"), 403, "forbidden");
        refused(get(OUTSIDE, "/api/coincidences?campaign=CO&organization=CO-1"), 404, "organization-unknown");
    }

    private List<List<String>> clusters(String token, String rest) {
        String uri = "/api/coincidences?campaign=CO" + rest;
        IndexFixture.await("ready", () -> told(token, uri).path("ready").asBoolean());
        return told(token, uri).path("clusters").valueStream()
                .map(cluster -> cluster.path("reports").valueStream().map(report -> report.path("report").asString())
                        .filter(id -> !id.equals(Archive.report("co1-plan"))).sorted().toList())
                .toList();
    }

    /// As an upload that was read lies in `work`.
    private String stage(String subject, String text) {
        String id = OperationId.of(subject, "stage", String.valueOf(text.hashCode())).value();
        byte[] reading = JSON.writeValueAsBytes(Map.of("format", 1, "reader", "2", "mediaType", "text/plain", "characters",
                text.length(), "properties", Map.of(), "text", text));
        byte[] facts = JSON.writeValueAsBytes(Map.ofEntries(Map.entry("format", 1), Map.entry("subject", subject),
                Map.entry("receivedAt", "2026-03-20T08:00:00Z"), Map.entry("name", "a.txt"), Map.entry("size", 1),
                Map.entry("sha256", "0".repeat(64)), Map.entry("sm3", "0".repeat(64)), Map.entry("mediaType", "text/plain"),
                Map.entry("characters", text.length()), Map.entry("properties", Map.of()), Map.entry("warnings", List.of()),
                Map.entry("excerpt", ""), Map.entry("reading", Map.of("sha256", "0".repeat(64), "size", reading.length))));
        work.putIfAbsent(Layout.stagedReading(id), Payload.of(reading))
                .then(work.putIfAbsent(Layout.stagedFacts(id), Payload.of(facts))).then().block();
        return id;
    }

    @Test
    void noWordOfAReportIsInTheIndexOfPassages() {
        assertThat(IndexedFields.all().stream().filter(field -> field.index().equals("passages")).map(IndexedFields.Field::name))
                .containsExactlyInAnyOrder("report", "organization", "path", "ancestors", "campaign", "documentType", "period",
                        "current", "sketch", "hash");
    }
}
