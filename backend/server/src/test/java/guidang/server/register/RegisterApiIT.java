package guidang.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.IndexApiTest;
import guidang.server.query.TestRegister;
import guidang.server.query.TestRegister.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import tools.jackson.databind.JsonNode;

/// The register's table through the whole server, with a real Elasticsearch.
@TestPropertySource(properties = "guidang.index.prefix=register-")
class RegisterApiIT extends IndexApiTest {
    private static final String OFFICER = TOKENS.of("lin", "officer@ROOT");
    private static final String CLERK = TOKENS.of("zhang", "clerk@RA-B1");
    private static final String OUTSIDE = TOKENS.of("wu", "officer@RA-2");
    private static Instant opened = Instant.EPOCH;

    @Override
    protected long prepared() {
        committees("RA", "三支部");
        TestRegister register = new TestRegister(journal, blobs);
        Entry first = Entry.of("ra1", "RA-B1", "理论学习走过场").due("2026-01-10");
        Entry second = Entry.of("ra2", "RA-B1", "台账不全").aspect("组织生活").due(null);
        Entry third = Entry.of("ra3", "RA-B3", "作风不实").ongoing();
        List.of(first, second, third).forEach(register::open);
        opened = register.progress(first, "开展了集中研讨", "签到表.jpg").committedAt();
        return register.request(first).position();
    }

    private BodyContentSpec listed(String token, String query) {
        return ok(token, "/api/rectifications?" + query);
    }

    @Test
    void aRowTellsWhatAnItemIsAndTheFacetsWhatElseThereIs() {
        listed(OFFICER, "&organization=RA-1").jsonPath("$.total").isEqualTo(2).jsonPath("$.items[0].problem").isEqualTo("理论学习走过场")
                .jsonPath("$.items[0].organizationName").isEqualTo("一支部").jsonPath("$.items[0].state")
                .isEqualTo("close-out-requested").jsonPath("$.items[0].type").isEqualTo("by-deadline")
                .jsonPath("$.items[0].due").isEqualTo("2026-01-10").jsonPath("$.items[0].progress").isEqualTo("开展了集中研讨")
                .jsonPath("$.items[0].evidence").isEqualTo(1).jsonPath("$.items[0].request").exists()
                .jsonPath("$.items[0].person").doesNotExist().jsonPath("$.items[1].due").doesNotExist()
                .jsonPath("$.facets.organization[?(@.code=='RA-B1')].count").isEqualTo(2)
                .jsonPath("$.facets.due[?(@.value=='overdue')].count").isEqualTo(1).jsonPath("$.asOf.position").exists();
        listed(CLERK, "").jsonPath("$.total").isEqualTo(2).jsonPath("$.facets.campaign[0].value").isEqualTo("ZT2026");
        listed(OUTSIDE, "").jsonPath("$.total").isEqualTo(1).jsonPath("$.facets.type.length()").isEqualTo(1);
        listed(ADMINISTRATOR, "").jsonPath("$.total").isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"&state=unsettled,3", "&state=open,2", "&state=closed,0", "&type=timed,2", "&type=timed&type=ongoing,3",
            "&aspect=组织生活,1", "&aspect=组织生活&aspect=政治功能,3", "&due=overdue,1", "&due=none,2", "&from=2026-01-10&to=2026-01-10,1",
            "&evidenceFrom=2026-04-01&evidenceTo=2026-04-01,1", "&evidenceFrom=2026-04-02,0", "&words=走过场,1", "&words=签到表,1",
            "&words=王小明,0", "&organization=RA-1&alone=true,0", "&organization=RA-B1&alone=true,2", "&extension=true,0",
            "&returned=true,0", "&campaign=NONE,0", "&sort=waiting,3"})
    void filtersRestrict(String query, int total) {
        listed(OFFICER, query).jsonPath("$.total").isEqualTo(total);
    }

    @Test
    void whatWaitsForTheCallerIsAskedForBelowOrTheOwnOrganisationsToGoOnWith() {
        for (String organization : List.of("RA-1", "ROOT")) {
            listed(TOKENS.of("lin", "officer@" + organization), "&turn=mine").jsonPath("$.total").isEqualTo(1)
                    .jsonPath("$.items[0].state").isEqualTo("close-out-requested");
        }
        listed(CLERK, "&turn=mine").jsonPath("$.total").isEqualTo(1).jsonPath("$.items[0].state").isEqualTo("open");
        listed(TOKENS.of("zhang", "officer@RA-B1"), "&state=close-out-requested").jsonPath("$.total").isEqualTo(1);
        listed(TOKENS.of("zhang", "officer@RA-B1"), "&turn=mine").jsonPath("$.total").isEqualTo(0);
        listed(TOKENS.of("zhang", "clerk@RA-1"), "&turn=mine").jsonPath("$.total").isEqualTo(0);
        for (String nobody : List.of(OUTSIDE, ADMINISTRATOR, TOKENS.of("zhao", "auditor@ROOT"))) {
            listed(nobody, "&turn=mine").jsonPath("$.total").isEqualTo(0);
        }
        listed(OFFICER, "&turn=mine&organization=RA-2").jsonPath("$.total").isEqualTo(0);
        assertThat(exported(OFFICER, "&turn=mine")).singleElement().asString().contains("理论学习走过场");
        refused(get(OFFICER, "/api/rectifications?turn=mine&asOf=" + opened), 400, "invalid-field");
    }

    private List<String> exported(String token, String query) {
        byte[] body = Objects.requireNonNull(
                get(token, "/api/rectifications/export?format=csv&position=" + position + query).expectStatus().isOk()
                        .expectBody().returnResult().getResponseBody());
        return new String(body, StandardCharsets.UTF_8).lines().skip(1).map(line -> line.replaceAll(",+", ",")).toList();
    }

    @Test
    void aSheetHoldsWhatTheCallerReadsAndNothingElse() {
        assertThat(exported(OFFICER, "")).hasSize(3);
        assertThat(exported(OFFICER, "&state=closed")).isEmpty();
        assertThat(exported(CLERK, "")).hasSize(2).anyMatch(line -> line.startsWith("1,") && line.contains("理论学习走过场")
                && line.contains("签到表.jpg") && line.contains("开展了集中研讨") && line.contains("申请中"));
        assertThat(exported(CLERK, "&asOf=" + opened)).anyMatch(line -> line.contains("开展了集中研讨")).noneMatch(
                line -> line.contains("申请中"));
        assertThat(exported(OUTSIDE, "")).singleElement().asString().contains("作风不实", "RA-B3");
        assertThat(exported(ADMINISTRATOR, "")).isEmpty();
    }

    @Test
    void wordsAreMarked() {
        listed(OFFICER, "&words=集中研讨&sort=best").jsonPath("$.items[0].highlights.progress[0]")
                .isEqualTo("开展了<em>集中研讨</em>").jsonPath("$.items[0].highlights.problem.length()").isEqualTo(0);
    }

    @Test
    void aPastMomentIsAsItWas() {
        listed(OFFICER, "&organization=RA-B1&asOf=" + opened).jsonPath("$.items[0].state").isEqualTo("in-progress")
                .jsonPath("$.items[0].problem").isEqualTo("理论学习走过场");
        listed(OFFICER, "&tree=then&organization=RA-1&asOf=" + opened).jsonPath("$.total").isEqualTo(2);
        refused(get(OFFICER, "/api/rectifications?words=走过场&asOf=" + opened), 400, "invalid-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "size=101", "state=none", "sort=worst", "due=now", "type=x", "from=x", "position=-1",
            "tree=x", "turn=below"})
    void aParameterOutOfRangeIsRefused(String query) {
        refused(get(OFFICER, "/api/rectifications?" + query), 400, "invalid-field");
    }

    @Test
    void pagesFollowOneAnotherForOneCallerAndQuestion() {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = page(after);
            page.path("items").forEach(item -> seen.add(item.path("item").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        String next = page("").path("next").asString();
        refused(get(OFFICER, "/api/rectifications?size=1&sort=opened&after=" + next), 400, "malformed-query");
        refused(get(OUTSIDE, "/api/rectifications?size=1&sort=number&after=" + next), 400, "malformed-query");
    }

    private JsonNode page(String after) {
        return json(OFFICER, "/api/rectifications?size=1&sort=number" + (after.isEmpty() ? "" : "&after=" + after));
    }
}
