package guidang.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.IndexApiTest;
import guidang.server.Samples;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.IndexFixture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Search through the whole server, with a real Elasticsearch, and what a
/// rebuild and statistics make of the same reports.
@TestPropertySource(properties = "guidang.index.prefix=api-")
class SearchApiIT extends IndexApiTest {
    private static final String OFFICER = TOKENS.of("lin", "officer@ROOT");
    private static final String MIDDLE = TOKENS.of("wang", "officer@IA-1");
    private static final String CLERK = TOKENS.of("zhang", "clerk@IA-B1");
    private static final String OUTSIDE = TOKENS.of("wu", "officer@IA-2");

    @Override
    protected long prepared() throws IOException {
        committees("IA", "三支部");
        campaign("IA", THREE_DOCUMENTS, null);
        Archive archive = new Archive(journal, blobs);
        archive.file("ia1", Paper.of("IA-B1", "肃清流毒影响专题组织生活会对照检查材料", Samples.text()).campaign("IA"));
        archive.file("ia2", Paper.of("IA-B1", "会议情况", "会议开得好。").campaign("IA").document("MEETING"));
        archive.file("ia3", Paper.of("IA-B2", "对照检查", "纪律。").campaign("IA"));
        return archive.file("ia4", Paper.of("IA-B3", "乙委的对照检查", "纪律。").campaign("IA")).position();
    }

    @ParameterizedTest
    @CsvSource({"组织生活会,组织生活会", "“四风”,四风", "稻草人,稻草人", "橡皮筋,橡皮筋", "廉,廉"})
    void theSampleIsFoundAndMarked(String q, String marked) {
        ok(CLERK, "/api/search?q={q}", q).jsonPath("$.total").isEqualTo(1).jsonPath("$.items[0].organizationName")
                .isEqualTo("一支部")
                .jsonPath("$.items[0].campaignName").isEqualTo("专题IA").jsonPath("$.items[0].documentName")
                .isEqualTo("班子对照检查材料")
                .jsonPath("$.items[0].highlights")
                .value(all -> assertThat(String.valueOf(all).replace("\\/", "/")).contains("<em>" + marked + "</em>"))
                .jsonPath("$.asOf.time").isNotEmpty();
    }

    @Test
    void eachSeesItsOwnScope() {
        ok(OFFICER, "/api/search").jsonPath("$.total").isEqualTo(4).jsonPath("$.facets.organizations[0].name").isEqualTo("甲委员会")
                .jsonPath("$.facets.organizations[0].count").isEqualTo(3).jsonPath("$.facets.organizations[1].count").isEqualTo(1)
                .jsonPath("$.facets.states[0].key").isEqualTo("current").jsonPath("$.facets.states[0].count").isEqualTo(4);
        ok(MIDDLE, "/api/search?q=纪律").jsonPath("$.total").isEqualTo(2).jsonPath("$.scope").isEqualTo("甲委员会");
        ok(CLERK, "/api/search").jsonPath("$.total").isEqualTo(2);
        ok(OFFICER, "/api/search?organization=IA-1&documentType=SELF-EXAM").jsonPath("$.total").isEqualTo(2)
                .jsonPath("$.facets.documentTypes.length()").isEqualTo(2);
        ok(ADMINISTRATOR, "/api/search").jsonPath("$.total").isEqualTo(0).jsonPath("$.facets.states[0].count").isEqualTo(0);
    }

    @Test
    void whatWaitsForAnOfficerIsToldFromWhatWaitsBelow() {
        String mine = "/api/search?state=waiting&turn=mine";
        String below = "/api/search?state=waiting&turn=below";
        ok(MIDDLE, mine).jsonPath("$.total").isEqualTo(3).jsonPath("$.facets.states[1].count").isEqualTo(3);
        ok(MIDDLE, below).jsonPath("$.total").isEqualTo(0);
        ok(OFFICER, mine).jsonPath("$.total").isEqualTo(0);
        ok(OFFICER, below).jsonPath("$.total").isEqualTo(4);
        ok(OFFICER, below + "&organization=IA-2").jsonPath("$.total").isEqualTo(1);
        ok(OUTSIDE, mine).jsonPath("$.total").isEqualTo(1);
        ok(CLERK, mine).jsonPath("$.total").isEqualTo(0);
        String both = TOKENS.of("sun", "officer@ROOT", "officer@IA-2");
        ok(both, mine).jsonPath("$.total").isEqualTo(1);
        ok(both, below).jsonPath("$.total").isEqualTo(3);
        refused(get(MIDDLE, "/api/search?turn=yours"), 400, "invalid-field");
    }

    @Test
    void anOrganisationOutsideTheScopeIsAsOneThatDoesNotExist() {
        for (String door : List.of("/api/search?organization=", "/api/rectifications?organization=",
                "/api/statistics/organizations?campaign=IA&parent=")) {
            looksUnknown(OUTSIDE, door, "IA-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=“四风", "q=、。", "after=junk", "after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aQueryThatCannotBeReadIsRefused(String query) {
        refused(get(OFFICER, "/api/search?" + query), 400, "malformed-query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "size=101", "state=none", "sort=worst", "month=2026-13", "position=-1", "size=x"})
    void aParameterOutOfRangeIsRefused(String query) {
        refused(get(OFFICER, "/api/search?" + query), 400, "invalid-field");
    }

    @Test
    void pagesFollowOneAnother() {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(OFFICER, "/api/search?sort=newest&size=1" + after);
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aCursorBelongsToItsQuestionAndCaller() {
        String next = json(OFFICER, "/api/search?sort=newest&size=1").path("next").asString();
        refused(get(OFFICER, "/api/search?sort=best&size=1&after=" + next), 400, "malformed-query");
        refused(get(MIDDLE, "/api/search?sort=newest&size=1&after=" + next), 400, "malformed-query");
    }

    @Test
    void figuresCountWhatIsOwedAndDelivered() {
        ok(OFFICER, "/api/statistics/organizations?campaign=IA&parent=IA-1").jsonPath("$.rows.length()").isEqualTo(3)
                .jsonPath("$.rows[0].organization").isEqualTo("IA-1").jsonPath("$.rows[0].delivered").isEqualTo(0)
                .jsonPath("$.rows[1].name").isEqualTo("一支部").jsonPath("$.rows[1].expected").isEqualTo(2)
                .jsonPath("$.rows[1].delivered")
                .isEqualTo(2).jsonPath("$.rows[1].complete").isEqualTo(1).jsonPath("$.rows[2].delivered").isEqualTo(1)
                .jsonPath("$.rows[2].complete").isEqualTo(0).jsonPath("$.total.expected").isEqualTo(6).jsonPath("$.total.overdue")
                .isEqualTo(1).jsonPath("$.total.organizations").isEqualTo(3).jsonPath("$.total.complete").isEqualTo(1);
        ok(ADMINISTRATOR, "/api/statistics/organizations?campaign=IA").jsonPath("$.rows.length()").isEqualTo(1)
                .jsonPath("$.rows[0].children").isEqualTo(2).jsonPath("$.total.delivered").isEqualTo(4);
        ok(CLERK, "/api/statistics/organizations?campaign=IA").jsonPath("$.rows[0].organization").isEqualTo("IA-B1")
                .jsonPath("$.total.expected").isEqualTo(2);
    }

    @Test
    void anAdministratorAtTheRootRebuildsAndEverybodySeesTheState() {
        refused(post(OFFICER, "/api/system/rebuild", null, ""), 403, "forbidden");
        post(ADMINISTRATOR, "/api/system/rebuild", null, "").expectStatus().isAccepted();
        IndexFixture.await("rebuilt", () -> {
            byte[] body = get(CLERK, "/api/system/status").expectStatus().isOk().expectBody().returnResult().getResponseBody();
            JsonNode rebuilds = new JsonMapper().readTree(Objects.requireNonNull(body)).path("index").path("rebuilds");
            return rebuilds.size() == 4 && rebuilds.valueStream().allMatch(r -> r.path("phase").asString().equals("done"));
        });
        IndexFixture.await("told", () -> {
            byte[] body = get(ADMINISTRATOR, "/api/jobs?state=ended").expectBody().returnResult().getResponseBody();
            return new JsonMapper().readTree(Objects.requireNonNull(body)).path("jobs").valueStream()
                    .anyMatch(job -> job.path("kind").asString().equals("rebuild") && job.path("state").asString().equals("done")
                            && job.path("counts").path("reports").asInt() >= 4);
        });
        ok(OFFICER, "/api/search").jsonPath("$.total").isEqualTo(4);
        get(CLERK, "/api/system/status").expectBody().jsonPath("$.index.state").isEqualTo("live").jsonPath("$.store.kind")
                .isEqualTo("files").jsonPath("$.index.quarantined").isEqualTo(0);
    }
}
