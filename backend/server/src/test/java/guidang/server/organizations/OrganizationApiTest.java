package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganizationApiTest extends ApiTest {
    private static final String TREE = """
            code,name,type,parent
            OA-B1,第一支部,branch,OA-1
            OA-1,甲委员会,committee,ROOT
            OA-B2,"第二,支部",支部,OA-1
            OA-2,乙总支,党总支,ROOT
            OA-B3,第三支部,branch,oa-2
            """;

    @BeforeEach
    void tree() {
        importList(ADMINISTRATOR, false, TREE.getBytes(StandardCharsets.UTF_8)).expectStatus().isOk();
    }

    @Test
    void theRootIsThereFromTheBeginning() {
        get(ADMINISTRATOR, "/api/organizations").expectStatus().isOk().expectBody().jsonPath("$.total").isEqualTo(1)
                .jsonPath("$.items[0].code").isEqualTo("ROOT").jsonPath("$.items[0].name").isEqualTo("市直机关工委")
                .jsonPath("$.items[0].path")
                .isEqualTo("ROOT/").jsonPath("$.items[0].parent").doesNotExist();
    }

    @Test
    void anImportedTreeIsRead() {
        get(ADMINISTRATOR, "/api/organizations?parent=OA-1").expectStatus().isOk().expectBody().json("""
                {"total":2,"items":[
                 {"code":"OA-B1","name":"第一支部","type":"branch","parent":"OA-1","path":"ROOT/OA-1/OA-B1/","children":0},
                 {"code":"OA-B2","name":"第二,支部","type":"branch","parent":"OA-1","path":"ROOT/OA-1/OA-B2/","children":0}]}
                """);
        get(ADMINISTRATOR, "/api/organizations/oa-b3").expectStatus().isOk().expectBody().json("""
                {"code":"OA-B3","type":"branch","ancestors":[{"code":"ROOT","name":"市直机关工委"},{"code":"OA-2","name":"乙总支"}]}
                """);
    }

    @Test
    void theSameListAgainMakesNothing() {
        importList(ADMINISTRATOR, false, TREE.getBytes(StandardCharsets.UTF_8)).expectStatus().isOk().expectHeader()
                .exists("Guidang-Position").expectBody().jsonPath("$.created").isEqualTo(0).jsonPath("$.accepted").isEqualTo(5)
                .jsonPath("$.errors.length()").isEqualTo(0);
    }

    @Test
    void pagesFollowOnEachOther() {
        get(ADMINISTRATOR, "/api/organizations?parent=OA-1&size=1").expectBody().jsonPath("$.items[0].code").isEqualTo("OA-B1")
                .jsonPath("$.next").isEqualTo("OA-B1").jsonPath("$.total").isEqualTo(2);
        get(ADMINISTRATOR, "/api/organizations?parent=OA-1&size=1&after=OA-B1").expectBody().jsonPath("$.items[0].code")
                .isEqualTo("OA-B2")
                .jsonPath("$.next").doesNotExist();
    }

    @Test
    void namesAndCodesAreFound() {
        get(ADMINISTRATOR, "/api/organizations?query={q}", "第二,").expectBody().jsonPath("$.total").isEqualTo(1)
                .jsonPath("$.items[0].code")
                .isEqualTo("OA-B2");
        get(ADMINISTRATOR, "/api/organizations?query=oa-b&parent=OA-2").expectBody().jsonPath("$.total").isEqualTo(1);
    }

    @Test
    void whatLiesOutsideIsAsIfItDidNotExist() {
        String officer = TOKENS.of("wang", "officer@OA-1");
        get(officer, "/api/organizations").expectBody().jsonPath("$.total").isEqualTo(1).jsonPath("$.items[0].code")
                .isEqualTo("OA-1");
        get(officer, "/api/organizations?query={q}", "支部").expectBody().jsonPath("$.total").isEqualTo(2);
        get(officer, "/api/organizations/OA-B1").expectBody().jsonPath("$.ancestors.length()").isEqualTo(1);
        assertThat(refusal(officer, "OA-B3")).isEqualTo(refusal(officer, "OA-B9").replace("OA-B9", "OA-B3"));
        assertThat(refusal(officer, "ROOT")).isEqualTo(refusal(officer, "OA-B9").replace("OA-B9", "ROOT"));
        refused(get(officer, "/api/organizations?parent=OA-2"), 404, "organization-unknown");
    }

    private String refusal(String token, String code) {
        return Objects
                .requireNonNull(get(token, "/api/organizations/" + code).expectStatus().isNotFound().expectBody(String.class)
                        .returnResult().getResponseBody());
    }

    @Test
    void onlyAdministratorsImport() {
        refused(importList(TOKENS.of("zhang", "clerk@OA-1", "officer@ROOT"), true, TREE.getBytes(StandardCharsets.UTF_8)), 403,
                "forbidden");
        refused(importList(null, true, TREE.getBytes(StandardCharsets.UTF_8)), 401, "unauthenticated");
    }

    @Test
    void anAdministratorImportsBelowItsOwnOrganisation() {
        String own = TOKENS.of("zhou", "administrator@OA-1");
        importList(own, true,
                "code,name,type,parent\nOA-X1,新,branch,OA-1\nOA-X2,新,branch,OA-2\n".getBytes(StandardCharsets.UTF_8))
                .expectStatus().isOk().expectBody().jsonPath("$.accepted").isEqualTo(1).jsonPath("$.errors[0].code")
                .isEqualTo("unknown-parent").jsonPath("$.errors[0].row").isEqualTo(3);
    }

    @Test
    void aDryRunSaysAllThatIsWrong() {
        String list = """
                code,name,type,parent
                OA-Y1,,branch,ROOT
                oa y2,名,branch,ROOT
                OA-Y3,名,brunch,ROOT
                OA-Y4,名,branch,NOWHERE
                OA-Y5,名,branch,ROOT
                OA-Y5,名,branch,ROOT
                OA-Y6,名,branch,OA-B9
                OA-Y7,名,branch,OA-Y8
                OA-Y8,名,branch,OA-Y7
                OA-Y9,"名"x,branch,ROOT
                OA-Y10,名,branch,OA-Y3
                """;
        importList(ADMINISTRATOR, true, list.getBytes(StandardCharsets.UTF_8)).expectStatus().isOk().expectBody().json("""
                {"rows":11,"accepted":2,"created":0,"errors":[
                 {"row":2,"column":"name","code":"missing-value"},{"row":3,"column":"code","code":"malformed-code"},
                 {"row":4,"column":"type","code":"bad-type"},{"row":5,"column":"parent","code":"unknown-parent"},
                 {"row":7,"column":"code","code":"duplicate-code"},{"row":8,"column":"parent","code":"unknown-parent"},
                 {"row":9,"column":"parent","code":"cycle"},{"row":10,"column":"parent","code":"cycle"},
                 {"row":11,"column":"","code":"malformed-row"}]}
                """);
        refused(importList(ADMINISTRATOR, false, list.getBytes(StandardCharsets.UTF_8)), 422, "organizations-invalid");
        refused(get(ADMINISTRATOR, "/api/organizations/OA-Y10"), 404, "organization-unknown");
    }

    @Test
    void listsComeInTheEncodingsOfSpreadsheets() {
        String list = "\uFEFF代码,名称,类型,上级\r\nOA-E1,编码支部,支部,OA-2\r\n";
        importList(ADMINISTRATOR, true, list.getBytes(StandardCharsets.UTF_8)).expectBody().jsonPath("$.accepted").isEqualTo(1);
        importList(ADMINISTRATOR, false, list.substring(1).getBytes(Charset.forName("GB18030"))).expectStatus().isOk();
        get(ADMINISTRATOR, "/api/organizations/OA-E1").expectBody().jsonPath("$.name").isEqualTo("编码支部");
        importList(ADMINISTRATOR, true, new byte[]{'c', (byte) 0xff, (byte) 0xff, ',', '\n'}).expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-encoding");
    }

    @Test
    void parametersOfAnotherKindAreRefused() {
        refused(get(ADMINISTRATOR, "/api/organizations?size=many"), 400, "invalid-field");
        refused(get(ADMINISTRATOR, "/api/organizations?size=0"), 400, "invalid-field");
        refused(get(ADMINISTRATOR, "/api/organizations?parent={p}", "a b"), 400, "malformed-code");
        refused(get(ADMINISTRATOR, "/api/organizations/{c}", "不是"), 400, "malformed-code");
    }

    @Test
    void aListOverTheLimitIsRefused() {
        refused(importList(ADMINISTRATOR, true, new byte[21 << 20]), 413, "request-too-large");
    }
}
