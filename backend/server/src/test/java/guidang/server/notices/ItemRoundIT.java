package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.IndexApiTest;
import guidang.server.access.OrganizationPaths;
import guidang.server.notices.NoticesSettings.Rectifications;
import guidang.server.notices.RoundLog.Attempt;
import guidang.server.objects.ObjectStore;
import guidang.server.query.ItemWatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the day says of rectification items, through the whole server with a
/// real Elasticsearch. Rounds are made by hand; the server's own are off.
class ItemRoundIT extends IndexApiTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String OFFICER = TOKENS.of("wang", "officer@RN-1");
    private static final String CLERK = TOKENS.of("zhang", "clerk@RN-B1");
    private static final String COMMITTEE_CLERK = TOKENS.of("li", "clerk@RN-1");

    @Autowired
    ItemWatch watch;
    @Autowired
    NoticeBook book;
    @Autowired
    ItemTelling telling;
    @Autowired
    OrganizationPaths paths;
    @Autowired
    @Qualifier("work")
    ObjectStore work;

    @DynamicPropertySource
    static void quiet(DynamicPropertyRegistry registry) {
        registry.add("guidang.index.prefix", () -> "item-round-");
        registry.add("guidang.notices.rectifications.soon", () -> "");
        registry.add("guidang.notices.rectifications.overdue", () -> "false");
        registry.add("guidang.notices.rectifications.close-outs", () -> "false");
        registry.add("guidang.notices.webhooks[0].url", () -> "http://127.0.0.1:9/hook");
        registry.add("guidang.notices.webhooks[0].secret", () -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        registry.add("guidang.notices.webhooks[0].allow-private", () -> "true");
    }

    @Override
    protected long prepared() {
        organization("RN-1", "甲委员会", "committee", "ROOT");
        organization("RN-B1", "一支部", "branch", "RN-1");
        organization("RN-B2", "二支部", "branch", "RN-1");
        post(ADMINISTRATOR, "/api/campaigns", "RN", """
                {"code":"RN","name":"专题","target":"ROOT","documents":[
                 {"type":"PLAN","name":"方案","period":"2026","due":"2099-03-01"}]}
                """).expectStatus().isCreated();
        post(ADMINISTRATOR, "/api/campaigns/RN/open", null, "").expectStatus().isOk();
        return journal.position();
    }

    private String open(String problem, LocalDate due) {
        JsonNode made = read(post(CLERK, "/api/rectifications", "open-" + due, """
                {"organization":"RN-B1","campaign":"RN","items":[{"type":"by-deadline","due":"%s",
                 "words":{"problem":"%s","unit":"宣传科"}}]}
                """.formatted(due, problem)).expectStatus().isCreated().expectBody().returnResult().getResponseBody());
        return made.at("/items/0/item").asString();
    }

    private static JsonNode read(byte @Nullable [] body) {
        return new JsonMapper().readTree(Objects.requireNonNull(body));
    }

    private List<JsonNode> notices(String token, String organization) {
        return read(get(token, "/api/notices?organization=" + organization).expectStatus().isOk().expectBody().returnResult()
                .getResponseBody()).path("rectifications").valueStream().toList();
    }

    /// The messages that wait. Attempts come and go, and a round made again sends
    /// again what has the same id.
    private Map<String, String> outbox(int count) {
        return Objects.requireNonNull(Mono.defer(this::outbox).filter(found -> found.size() == count)
                .repeatWhenEmpty(100, tries -> tries.delayElements(Duration.ofMillis(100))).block());
    }

    private Mono<Map<String, String>> outbox() {
        return work.list("state/outbox/", "").concatMap(key -> work.get(key, 1 << 20))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collectMap(message -> new JsonMapper().readTree(message).path("id").asString());
    }

    @Test
    void organisationsAreToldOnceADayOfWhatIsDueAndOfWhatWaits() {
        LocalDate today = LocalDate.now(ZONE);
        open("将到期的问题", today.plusDays(14));
        String late = open("逾期的问题", today.minusDays(8));
        open("还早的问题", today.plusDays(5));
        open("早已提醒的问题", today.minusDays(3));
        String asked = open("申请销号的问题", today.minusDays(1));
        post(CLERK, "/api/rectifications/RN-B1/" + asked + "/close-out", "close-out", "{}").expectStatus().isOk();
        ItemRound round = new ItemRound(watch, book, telling, paths, new Rectifications(0, List.of(14, 3), true, true));
        assertThat(round.ready().block()).isTrue();
        Attempt attempt = new Attempt(1, Instant.now(), null, null);
        assertThat(round.run(today, attempt).block()).isEqualTo(2);
        assertThat(round.run(today, attempt).block()).isEqualTo(2);
        JsonNode due = notices(CLERK, "RN-B1").getFirst();
        assertThat(notices(CLERK, "RN-B1")).hasSize(1);
        assertThat(due.path("kind").asString()).isEqualTo("due");
        assertThat(due.path("count").asInt()).isEqualTo(2);
        assertThat(due.path("items").valueStream()
                .map(item -> item.path("number").asInt() + " " + item.path("overdue").asBoolean()
                        + " " + item.path("awaited").asBoolean() + " " + item.path("campaignName").asString()))
                .containsExactlyInAnyOrder("1 false true 专题", "2 true true 专题");
        assertThat(due.toString()).doesNotContain("问题", "zhang");
        JsonNode waits = notices(OFFICER, "RN-1").getFirst();
        assertThat(waits.path("kind").asString()).isEqualTo("close-outs");
        assertThat(waits.path("count").asInt()).isEqualTo(1);
        assertThat(waits.at("/items/0/organizationName").asString()).isEqualTo("一支部");
        assertThat(notices(COMMITTEE_CLERK, "RN-1")).isEmpty();
        assertThat(outbox(2).values())
                .allMatch(message -> !message.contains("的问题") && message.contains("\"rectifications\""));
        assertThat(notices(OFFICER, "RN-B1")).hasSize(1);
        dismissed(due, waits);
        remindedBy(late, asked);
        nothingNewIsNotTold(round, today, attempt.at());
    }

    private void dismissed(JsonNode due, JsonNode waits) {
        refused(delete(COMMITTEE_CLERK, "RN-1", waits), 403, "forbidden");
        delete(OFFICER, "RN-1", waits).expectStatus().isNoContent();
        assertThat(notices(OFFICER, "RN-1")).isEmpty();
        refused(delete(OFFICER, "RN-B1", due), 403, "forbidden");
        delete(CLERK, "RN-B1", due).expectStatus().isNoContent();
        assertThat(notices(CLERK, "RN-B1")).isEmpty();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec delete(String token, String organization,
            JsonNode notice) {
        return client().delete().uri("/api/notices/" + organization + "/" + notice.path("id").asString())
                .headers(h -> h.setBearerAuth(token)).exchange();
    }

    private void remindedBy(String late, String asked) {
        String body = """
                {"rectifications":[{"organization":"RN-B1","item":"%s"},{"organization":"RN-B1","item":"%s"},
                 {"organization":"RN-B1","item":"%s"}],"words":"请抓紧"}
                """.formatted(late, asked, "a".repeat(32));
        JsonNode told = read(
                post(OFFICER, "/api/reminders", "remind", body).expectStatus().isOk().expectBody().returnResult()
                        .getResponseBody());
        assertThat(told.path("rectifications").valueStream().map(each -> each.path("outcome").asString()))
                .containsExactly("reminded", "not-awaited", "unknown");
        assertThat(told.path("items")).isEmpty();
        JsonNode again = read(post(OFFICER, "/api/reminders", "again", body).expectStatus().isOk().expectBody().returnResult()
                .getResponseBody());
        assertThat(again.at("/rectifications/0/outcome").asString()).isEqualTo("enough");
        refused(post(CLERK, "/api/reminders", "clerk", body), 403, "forbidden");
        JsonNode administrators = read(post(ADMINISTRATOR, "/api/reminders", "administrator", body).expectStatus().isOk()
                .expectBody().returnResult().getResponseBody());
        assertThat(administrators.path("rectifications").valueStream().map(each -> each.path("outcome").asString()))
                .containsOnly("unknown");
        JsonNode notice = notices(CLERK, "RN-B1").getFirst();
        assertThat(notice.path("kind").asString()).isEqualTo("reminder");
        assertThat(notice.path("fromName").asString()).isEqualTo("甲委员会");
        assertThat(notice.path("words").asString()).isEqualTo("请抓紧");
        assertThat(outbox(3).values()).filteredOn(message -> message.contains("请抓紧")).hasSize(1);
    }

    /// The next day's round tells officers nothing where no close-out was asked
    /// for since.
    private static void nothingNewIsNotTold(ItemRound round, LocalDate today, Instant since) {
        Attempt next = new Attempt(1, since.plus(Duration.ofDays(1)), since, today);
        Long told = round.run(today.plusDays(1), next).block();
        assertThat(told).isZero();
    }
}
