package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Lists that go out and come in again.
class ExchangeApiTest extends ApiTest {
    private static final String TREE = """
            code,name,shortName,type,level,parent,status,successor
            EX,"交换, ""委员会""\",换委,committee,2,ROOT,,
            EX-A,'=1+1,,general-branch,,EX,,
            EX-B,"两行
            名称",,general-branch,,EX,,
            EX-A1,第一支部,一支,branch,5,EX-A,,
            EX-A2,第二支部,,branch,,EX-A,,
            EX-A3,第三支部,,branch,,EX-A,,
            """;
    private static final String CHANGED = """
            code,name,shortName,type,level,parent,status,successor
            EX-B,乙总支,乙,committee,3,EX,,
            EX-A1,第一支部,一支,branch,5,EX-B,,
            EX-A2,第二支部,,branch,,EX-A,merged,EX-A1
            EX-A3,第三支部,,branch,,EX-A,closed,
            EX-A,'=1+1,,general-branch,,EX-B,closed,
            EX-N,新支部,,branch,,EX-B,,
            """;

    private WebTestClient.ResponseSpec take(byte[] list, boolean dryRun) {
        return client().post().uri("/api/organizations/imports?dryRun=" + dryRun + "&reason={r}", "机构改革")
                .headers(h -> h.setBearerAuth(ADMINISTRATOR)).contentType(MediaType.APPLICATION_OCTET_STREAM).bodyValue(list)
                .exchange();
    }

    private byte[] exported(String format, String language) {
        return Objects.requireNonNull(client().get().uri("/api/organizations/export?format=" + format)
                .headers(h -> h.setBearerAuth(ADMINISTRATOR)).header("Accept-Language", language).exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBody());
    }

    @Test
    void aListIsShownAsADifferenceAndWrittenOnce() {
        take(TREE.getBytes(StandardCharsets.UTF_8), false).expectStatus().isOk();
        take(CHANGED.getBytes(StandardCharsets.UTF_8), true).expectStatus().isOk().expectBody().json("""
                {"rows":6,"accepted":6,"created":0,"errors":[],
                 "changes":{"added":1,"moved":2,"renamed":1,"retyped":1,"merged":1,"closed":2,"reopened":0}}
                """).jsonPath("$.diff[0].kind").exists();
        take(CHANGED.getBytes(StandardCharsets.UTF_8), false).expectStatus().isOk().expectHeader().exists("Guidang-Position")
                .expectBody().json("""
                        {"created":1,"changes":{"added":1,"moved":2,"renamed":1,"retyped":1,"merged":1,"closed":2,"reopened":0}}
                        """);
        get(ADMINISTRATOR, "/api/organizations/EX-A2").expectBody().jsonPath("$.status").isEqualTo("merged")
                .jsonPath("$.successor.code").isEqualTo("EX-A1").jsonPath("$.path").isEqualTo("ROOT/EX/EX-B/EX-A1/EX-A2/");
        get(ADMINISTRATOR, "/api/organizations/EX-B/history").expectBody().jsonPath("$.items[0].reason").isEqualTo("机构改革");
        // An export of all there is, in each form and language, changes nothing.
        for (String format : new String[]{"csv", "xlsx"}) {
            for (String language : new String[]{"zh-CN", "en"}) {
                take(exported(format, language), true).expectStatus().isOk().expectBody().jsonPath("$.errors.length()")
                        .isEqualTo(0)
                        .jsonPath("$.diff.length()").isEqualTo(0);
            }
        }
        assertThat(new String(exported("csv", "en"), StandardCharsets.UTF_8))
                .contains("EX-A,'=1+1,,general-branch,,EX-B,closed,");
    }

    @Test
    void whatAListCannotDoIsSaidByRow() {
        take("""
                code,name,type,parent
                EY,交换,committee,ROOT
                EY-A,甲,committee,EY
                EY-B,乙,committee,EY-A
                EY-C,丙,branch,EY-B
                """.getBytes(StandardCharsets.UTF_8), false).expectStatus().isOk();
        take("""
                code,name,type,parent,status,successor,level
                EY-A,甲,committee,EY-C,,,
                EY-B,乙,committee,EY-A,closed,,
                ROOT,市直机关工委,committee,EY,,,
                EY-N,新,branch,EY,closed,,
                EY-M,新,branch,EY,,,12
                EY-C,丙,branch,EY-B,merged,,
                """.getBytes(StandardCharsets.UTF_8), true).expectStatus().isOk().expectBody().json("""
                {"errors":[{"row":2,"column":"parent","code":"closed-parent"},{"row":2,"column":"parent","code":"cycle"},
                 {"row":3,"column":"parent","code":"cycle"},
                 {"row":4,"column":"parent","code":"root-stays"},{"row":4,"column":"parent","code":"cycle"},
                 {"row":5,"column":"status","code":"new-and-closed"},{"row":6,"column":"level","code":"bad-level"},
                 {"row":7,"column":"successor","code":"missing-value"},{"row":7,"column":"parent","code":"cycle"}]}
                """);
        take("code,name,type,parent,status\nEY-B,乙,committee,EY-A,closed\n".getBytes(StandardCharsets.UTF_8), true).expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("not-empty").jsonPath("$.errors[0].message").exists();
    }

    @Test
    void aWorkbookThatIsNoneOrUnpacksToTooMuchIsRefused() throws IOException {
        take(new byte[]{'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0}, true).expectStatus().isOk().expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("unreadable-sheet");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        take(bomb.toByteArray(), true).expectBody().jsonPath("$.errors[0].code").isEqualTo("unreadable-sheet");
    }

    @Test
    void numbersInAWorkbookAreReadAsTheyStand() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("组织");
            String[] head = {"代码", "名称", "类型", "上级", "层级"};
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
            }
            sheet.value(1, 0, 70123);
            sheet.value(1, 1, "数字代码支部");
            sheet.value(1, 2, "党支部");
            sheet.value(1, 3, "ROOT");
            sheet.value(1, 4, 4);
        }
        take(out.toByteArray(), false).expectStatus().isOk().expectBody().jsonPath("$.created").isEqualTo(1);
        get(ADMINISTRATOR, "/api/organizations/70123").expectBody().jsonPath("$.level").isEqualTo(4);
    }

    @Test
    void onlyAdministratorsExport() {
        refused(get(TOKENS.of("wang", "officer@ROOT"), "/api/organizations/export"), 403, "forbidden");
        refused(get(TOKENS.of("zhou", "administrator@EX"), "/api/organizations/export?parent=ROOT"), 404, "organization-unknown");
    }
}
