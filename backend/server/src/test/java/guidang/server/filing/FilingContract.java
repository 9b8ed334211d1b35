package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.Samples;
import guidang.server.kernel.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// What filing does, seen over HTTP, whatever the store. Elasticsearch is not
/// there: nothing here needs it.
abstract class FilingContract extends FilingApi {
    @ParameterizedTest
    @ValueSource(strings = {"txt", "docx", "pdf"})
    void theSampleGoesThroughInEachFormat(String format) throws IOException {
        byte[] bytes = Samples.report(format);
        String upload = upload(zhang, "对照检查材料." + format, bytes);
        JsonNode filed = created(file(zhang, filing("B1", upload), "k"));
        String id = filed.at("/report/id").asString();
        JsonNode report = json(get(zhang, "/api/reports/" + id));
        assertThat(report.at("/state").asString()).isEqualTo("filed");
        assertThat(report.at("/organizationName").asString()).isEqualTo("第一支部");
        assertThat(report.at("/documentName").asString()).isEqualTo("班子对照检查材料");
        assertThat(report.at("/characters").asInt()).isGreaterThan(3000);
        assertThat(body(get(zhang, "/api/reports/" + id + "/text"))).contains("组织生活会", "稻草人", "橡皮筋");
        JsonNode ticket = json(post(zhang, "/api/reports/" + id + "/files/0/tickets", Map.of(), ""));
        byte[] original = client("").get().uri(ticket.at("/url").asString()).exchange().expectStatus().isOk()
                .expectHeader().valueEquals("X-Content-Type-Options", "nosniff").expectBody().returnResult().getResponseBody();
        assertThat(original).isEqualTo(bytes);
        assertThat(report.at("/files/0/sha256").asString()).isEqualTo(Digests.hex(bytes));
    }

    @Test
    void theReceiptSaysWhatWasFiled() {
        JsonNode filed = created(file(zhang, filing("B1", text("一")), "k"));
        assertThat(filed.at("/receipt/record").asString()).contains(filed.at("/report/id").asString(), "\"type\":\"filed\"");
        JsonNode later = json(get(zhang, "/api/reports/" + filed.at("/report/id").asString() + "/receipt"));
        assertThat(later.at("/record")).isEqualTo(filed.at("/receipt/record"));
        assertThat(later.at("/leafIndex")).isEqualTo(filed.at("/receipt/leafIndex"));
    }

    @Test
    void twoClerksCollideAndTheLoserSeesWhatWasFiled() {
        String other = TOKENS.of("li", "clerk@C1");
        JsonNode winner = created(file(zhang, filing("B1", text("一")), "k"));
        String draft = text(other, "二");
        problem(file(other, filing("B1", draft), "k"), 409, "slot-taken").jsonPath("$.report")
                .isEqualTo(winner.at("/report/id").asString())
                .jsonPath("$.receivedAt").isEqualTo(winner.at("/report/receivedAt").asString());
        // The draft is still there, and becomes the next version once its clerk says so.
        Map<String, Object> next = filing("B1", draft);
        next.put("replaces", winner.at("/report/id").asString());
        JsonNode second = created(file(other, next, "k2"));
        assertThat(second.at("/report/version").asInt()).isEqualTo(2);
        assertThat(second.at("/report/onBehalf").asBoolean()).isTrue();
        JsonNode first = json(get(zhang, "/api/reports/" + winner.at("/report/id").asString()));
        assertThat(first.at("/state").asString()).isEqualTo("superseded");
        assertThat(first.at("/supersededBy")).isEqualTo(second.at("/report/id"));
    }

    @Test
    void ofManyAtOnceOneIsFiled() throws Exception {
        List<String> uploads = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            uploads.add(text("同时" + n));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                String upload = uploads.get(n);
                answers.add(clerks.submit(() -> status(file(zhang, filing("B1", upload), upload))));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    @Test
    void aRetriedKeyGivesOneFilingAndTheSameReceipt() {
        Map<String, Object> filing = filing("B1", text("一"));
        JsonNode first = created(file(zhang, filing, "k"));
        JsonNode again = created(file(zhang, filing, "k"));
        assertThat(again.at("/report")).isEqualTo(first.at("/report"));
        assertThat(again.at("/receipt/record")).isEqualTo(first.at("/receipt/record"));
        assertThat(again.at("/position")).isEqualTo(first.at("/position"));
        // The same bytes sent again under another upload's id are the same request.
        filing.put("files", List.of(Map.of("upload", text("一"), "role", "main")));
        assertThat(created(file(zhang, filing, "k")).at("/report/id")).isEqualTo(first.at("/report/id"));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Map<String, Object> filing = filing("B1", text("一"));
        created(file(zhang, filing, "k"));
        filing.put("title", "另一个题名");
        problem(file(zhang, filing, "k"), 422, "idempotency-key-reused");
        problem(file(zhang, filing("B1", text("二")), "k"), 422, "idempotency-key-reused");
    }

    @Test
    void aMissingKeyIsRefused() {
        problem(file(zhang, filing("B1", text("一")), ""), 400, "idempotency-key-missing");
    }

    @Test
    void theSameBytesInTheSameSlotAreToldSo() {
        JsonNode first = created(file(zhang, filing("B1", text("一")), "k"));
        Map<String, Object> again = filing("B1", text("一"));
        again.put("replaces", first.at("/report/id").asString());
        problem(file(zhang, again, "k2"), 409, "already-filed").jsonPath("$.report").isEqualTo(first.at("/report/id").asString());
    }

    @Test
    void outOfScopeIsAsIfItDidNotExist() {
        JsonNode filed = created(file(zhang, filing("B1", text("一")), "k"));
        String stranger = TOKENS.of("qian", "clerk@B2");
        for (String part : List.of("", "/text", "/receipt", "/history")) {
            problem(get(stranger, "/api/reports/" + filed.at("/report/id").asString() + part), 404, "not-found");
            problem(get(stranger, "/api/reports/" + "a".repeat(32) + part), 404, "not-found");
        }
        String upload = text(stranger, "二");
        String foreign = body(file(stranger, filing("B1", upload), "k1"), 404);
        String unknown = body(file(stranger, filing("NOWHERE", upload), "k2"), 404);
        assertThat(foreign.replace("B1", "NOWHERE")).isEqualTo(unknown);
        problem(get(chen, "/api/reports/" + filed.at("/report/id").asString()), 404, "not-found");
        get(lin, "/api/reports/" + filed.at("/report/id").asString()).expectStatus().isOk();
    }

    @Test
    void aClosedCampaignAndAnUnknownOneTakeNothing() {
        String upload = text("一");
        post(chen, "/api/campaigns/" + campaign + "/close", Map.of(), "close").expectStatus().is2xxSuccessful();
        problem(file(zhang, filing("B1", upload), "k"), 409, "campaign-not-open");
        campaign = "NOWHERE";
        problem(file(zhang, filing("B1", upload), "k2"), 404, "campaign-unknown");
    }

    @Test
    void badRequestsAreToldWhatIsWrong() {
        Map<String, Object> filing = filing("B1", text("一"));
        filing.put("colour", "red");
        problem(file(zhang, filing, "k"), 400, "unknown-field");
        filing.remove("colour");
        filing.put("title", "长".repeat(301));
        problem(file(zhang, filing, "k"), 400, "invalid-field");
        problem(client(zhang).post().uri("/api/reports").header("Idempotency-Key", "k").header("Content-Type", "application/json")
                .bodyValue("{\"organization\":").exchange(), 400, "malformed-request");
        problem(file(zhang, filing("B1", "a".repeat(32)), "k"), 404, "upload-not-found");
        problem(file(zhang, filing("b 1", text("一")), "k"), 400, "malformed-code");
    }

    @Test
    void aWithdrawnReportStaysWithItsReason() {
        JsonNode filed = created(file(zhang, filing("B1", text("一")), "k"));
        String id = filed.at("/report/id").asString();
        JsonNode withdrawn = json(post(zhang, "/api/reports/" + id + "/withdraw", Map.of("reason", "报错了期次"), "w"));
        assertThat(withdrawn.at("/report/state").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.at("/receipt/record").asString()).contains("withdrawn").doesNotContain("报错了期次");
        JsonNode history = json(get(zhang, "/api/reports/" + id + "/history")).at("/items");
        assertThat(history).hasSize(2);
        assertThat(history.at("/1/reason").asString()).isEqualTo("报错了期次");
        problem(post(zhang, "/api/reports/" + id + "/withdraw", Map.of("reason", "再来"), "w2"), 409, "report-state");
        problem(post(lin, "/api/reports/" + id + "/withdraw", Map.of("reason", "不是我的"), "w3"), 403, "forbidden");
        created(file(zhang, filing("B1", text("一")), "k2"));
    }

    @Test
    void aSealedReportIsReadByNobodyAndOwedAgain() {
        JsonNode filed = created(
                file(zhang, filing("B1", upload(zhang, "机要.txt", "绝不外传的内容".getBytes(StandardCharsets.UTF_8))), "k"));
        String id = filed.at("/report/id").asString();
        String url = json(post(zhang, "/api/reports/" + id + "/files/0/tickets", Map.of(), "")).at("/url").asString();
        problem(post(zhang, "/api/reports/" + id + "/seal", Map.of("reason", "无"), "s0"), 400, "invalid-field");
        JsonNode sealed = json(post(lin, "/api/reports/" + id + "/seal", Map.of("ground", "classified", "reason", "误报"), "s"));
        assertThat(sealed.at("/report/state").asString()).isEqualTo("sealed");
        assertThat(sealed.at("/receipt/record").asString()).contains("sealed").doesNotContain("误报");
        assertThat(sealed.toString()).doesNotContain("机要");
        for (String caller : List.of(zhang, lin)) {
            problem(get(caller, "/api/reports/" + id + "/text"), 403, "report-sealed");
            problem(get(caller, "/api/reports/" + id + "/structure"), 403, "report-sealed");
            problem(post(caller, "/api/reports/" + id + "/files/0/tickets", Map.of(), ""), 403, "report-sealed");
            JsonNode report = json(get(caller, "/api/reports/" + id));
            assertThat(report.at("/title").asString()).isEqualTo("班子对照检查材料");
            assertThat(report.at("/files/0/name").asString()).isEmpty();
            assertThat(report.at("/files/0/sha256").asString()).hasSize(64);
        }
        problem(client("").get().uri(url).exchange(), 403, "report-sealed");
        JsonNode owed = json(get(zhang, "/api/obligations?organization=B1"));
        assertThat(owed.toString()).contains("\"state\":\"sealed\"");
        Map<String, Object> same = filing("B1", upload(zhang, "x.txt", "绝不外传的内容".getBytes(StandardCharsets.UTF_8)));
        problem(file(zhang, same, "k2"), 409, "already-filed");
        created(file(zhang, filing("B1", text("可以上报的内容")), "k3"));
        problem(post(lin, "/api/reports/" + id + "/seal", Map.of("ground", "classified", "reason", "误报"), "s2"), 409,
                "report-state");
        problem(post(zhang, "/api/reports/" + id + "/withdraw", Map.of("reason", "误报"), "w"), 409, "report-state");
    }

    @Test
    void twoPersonsDestroyAndRecordAndProofStay() {
        JsonNode filed = created(file(zhang, filing("B1", text("个人对照检查")), "k"));
        String id = filed.at("/report/id").asString();
        String li = TOKENS.of("li", "officer@C1");
        problem(post(li, "/api/reports/" + id + "/destroy", Map.of("reason", "未封存"), "d0"), 409, "report-state");
        problem(get(zhang, "/api/reports/" + id + "/sealing"), 404, "not-found");
        json(post(lin, "/api/reports/" + id + "/seal", Map.of("ground", "personal", "reason", "个人材料"), "s"));
        problem(post(zhang, "/api/reports/" + id + "/destroy", Map.of("reason", "我来"), "d1"), 403, "forbidden");
        problem(post(lin, "/api/reports/" + id + "/destroy", Map.of("reason", "我来"), "d2"), 403, "second-person-needed");
        problem(post(lin, "/api/reports/" + id + "/release", Map.of("reason", "我来"), "d3"), 403, "second-person-needed");
        assertThat(json(get(lin, "/api/reports/" + id + "/sealing")).at("/mayDecide").asBoolean()).isFalse();
        JsonNode sealing = json(get(li, "/api/reports/" + id + "/sealing"));
        assertThat(sealing.at("/mayDecide").asBoolean()).isTrue();
        assertThat(sealing.at("/ground").asString()).isEqualTo("personal");
        assertThat(sealing.at("/reason").asString()).isEqualTo("个人材料");
        assertThat(blobs(id)).hasSize(3);
        JsonNode destroyed = json(post(li, "/api/reports/" + id + "/destroy", Map.of("reason", "确系个人材料"), "d"));
        assertThat(destroyed.at("/report/state").asString()).isEqualTo("destroyed");
        assertThat(blobs(id)).isEmpty();
        // Elasticsearch is away: whether its words are gone is not known yet.
        assertThat(json(get(li, "/api/reports/" + id + "/sealing")).at("/removal").asString()).isEqualTo("pending");
        problem(get(zhang, "/api/reports/" + id + "/text"), 403, "report-sealed");
        assertThat(json(get(zhang, "/api/reports/" + id + "/receipt")).at("/record")).isEqualTo(filed.at("/receipt/record"));
        JsonNode history = json(get(zhang, "/api/reports/" + id + "/history")).at("/items");
        assertThat(history).hasSize(3);
        assertThat(history.at("/2/type").asString()).isEqualTo("destroyed");
        assertThat(history.at("/2/reason").asString()).isEqualTo("确系个人材料");
        // A client that repeats its filing does not bring the bytes back.
        JsonNode again = created(file(zhang, filing("B1", text("个人对照检查")), "k"));
        assertThat(again.at("/report/state").asString()).isEqualTo("destroyed");
        assertThat(blobs(id)).isEmpty();
    }

    @Test
    void whatWasSealedByMistakeIsReleasedByAnother() {
        String id = created(file(zhang, filing("B1", text("一")), "k")).at("/report/id").asString();
        json(post(zhang, "/api/reports/" + id + "/seal", Map.of("ground", "classified", "reason", "疑似"), "s"));
        JsonNode released = json(post(lin, "/api/reports/" + id + "/release", Map.of("reason", "经核不涉密"), "r"));
        assertThat(released.at("/report/state").asString()).isEqualTo("filed");
        assertThat(body(get(zhang, "/api/reports/" + id + "/text"))).contains("一");
        assertThat(blobs(id)).hasSize(3);
    }

    /// What the archive holds of a report.
    private List<String> blobs(String id) {
        return java.util.Objects
                .requireNonNull(store.list("blobs/" + id.substring(0, 2) + "/" + id + "/", "").collectList().block());
    }

    @Test
    void aTicketServesRangesAndNames() {
        byte[] bytes = "十个字的内容在这里了".getBytes(StandardCharsets.UTF_8);
        JsonNode filed = created(file(zhang, filing("B1", upload(zhang, "材料（一）.txt", bytes)), "k"));
        String url = json(post(zhang, "/api/reports/" + filed.at("/report/id").asString() + "/files/0/tickets", Map.of(), ""))
                .at("/url").asString();
        byte[] part = client("").get().uri(url).header(HttpHeaders.RANGE, "bytes=3-5").exchange().expectStatus().isEqualTo(206)
                .expectHeader().valueEquals(HttpHeaders.CONTENT_RANGE, "bytes 3-5/" + bytes.length)
                .expectBody().returnResult().getResponseBody();
        assertThat(new String(part == null ? new byte[0] : part, StandardCharsets.UTF_8)).isEqualTo("个");
        client("").get().uri(url).header(HttpHeaders.RANGE, "bytes=999-").exchange().expectStatus().isEqualTo(416)
                .expectHeader().valueEquals(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes.length);
        client("").get().uri(url + "?download").exchange().expectStatus().isOk()
                .expectHeader().value(HttpHeaders.CONTENT_DISPOSITION,
                        value -> assertThat(value).startsWith("attachment").contains("filename*=UTF-8''%E6%9D%90%E6%96%99"))
                .expectHeader().value("Content-Security-Policy", value -> assertThat(value).contains("sandbox"));
        problem(client("").get().uri("/api/files/AAAA").exchange(), 403, "ticket-expired");
        problem(post(TOKENS.of("qian", "clerk@B2"), "/api/reports/" + filed.at("/report/id").asString() + "/files/0/tickets",
                Map.of(), ""),
                404, "not-found");
        problem(post(zhang, "/api/reports/" + filed.at("/report/id").asString() + "/files/1/tickets", Map.of(), ""), 404,
                "not-found");
    }

    @Test
    void whatIsOwedIsReadFromTheStreamsAtOnce() {
        assertThat(owedState()).isEqualTo("missing");
        JsonNode filed = created(file(zhang, filing("B1", text("一")), "k"));
        assertThat(owedState()).isEqualTo("delivered");
        assertThat(owed().at("/report")).isEqualTo(filed.at("/report/id"));
        json(post(zhang, "/api/reports/" + filed.at("/report/id").asString() + "/withdraw", Map.of("reason", "重报"), "w"));
        assertThat(owedState()).isEqualTo("withdrawn");
        problem(get(TOKENS.of("qian", "clerk@B2"), "/api/obligations?organization=B1"), 404, "organization-unknown");
    }

    @Test
    void anUploadSuggestsItsFiling() throws IOException {
        String upload = upload(zhang, "第一支部对照检查材料.docx", Samples.report("docx"));
        JsonNode told = json(get(zhang, "/api/uploads/" + upload + "/suggestions"));
        assertThat(told.at("/organization/value").asString()).isEqualTo("B1");
        assertThat(told.at("/documentType/value").asString()).isEqualTo("SELF-EXAM");
        assertThat(told.at("/documentType/reasons")).anyMatch(reason -> reason.asString().equals("kind-of-document"));
        assertThat(told.at("/title/confidence").asString()).isEqualTo("high");
        assertThat(told.at("/title/place/end").asInt()).isGreaterThan(told.at("/title/place/start").asInt());
        assertThat(told.at("/problems")).hasSize(8).allMatch(one -> one.at("/confidence").asString().equals("high"));
        assertThat(told.at("/measures")).hasSize(4);
        problem(get(zhang, "/api/uploads/" + upload + "/suggestions?organization=B2"), 404, "organization-unknown");
        problem(get(TOKENS.of("qian", "clerk@B2"), "/api/uploads/" + upload + "/suggestions"), 404, "upload-not-found");
        problem(get(chen, "/api/uploads/" + upload + "/suggestions"), 403, "forbidden");
    }

    @Test
    void anOrganisationIsSuggestedOnlyAmongThoseTheClerkFilesFor() {
        byte[] report = "第二支部2026年度对照检查材料\n一、存在的问题\n（一）学得不深，没有联系实际。\n第二支部\n2026年8月15日\n"
                .getBytes(StandardCharsets.UTF_8);
        String li = TOKENS.of("li", "clerk@C1");
        JsonNode above = json(get(li, "/api/uploads/" + upload(li, "材料.txt", report) + "/suggestions"));
        assertThat(above.at("/organization/value").asString()).isEqualTo("B2");
        assertThat(above.at("/organization/confidence").asString()).isEqualTo("high");
        assertThat(above.at("/date/value").asString()).isEqualTo("2026-08-15");
        assertThat(above.at("/period/value").asString()).isEqualTo("2026");
        JsonNode beside = json(get(zhang, "/api/uploads/" + upload(zhang, "材料.txt", report) + "/suggestions"));
        assertThat(beside.at("/organization/value").asString()).isEqualTo("B1");
        assertThat(beside.toString()).doesNotContain("B2");
        JsonNode chosen = json(get(li, "/api/uploads/" + upload(li, "材料.txt", report) + "/suggestions?organization=B1"));
        assertThat(chosen.at("/organization/value").asString()).isEqualTo("B1");
    }

    @Test
    void aReportIsShownBesideTheTemplateOfItsCampaign() throws IOException {
        String upload = upload(zhang, "材料.docx", Samples.report("docx"));
        String aspects = "[{\"name\":\"党性观念\"},{\"name\":\"政治纪律是否牢固\"},{\"name\":\"安全生产\"}]";
        client(chen).put().uri("/api/campaigns/" + campaign + "/template").header("Content-Type", "application/json")
                .header("Idempotency-Key", "t").bodyValue("{\"aspects\":" + aspects + "}").exchange().expectStatus().isOk();
        JsonNode before = json(get(zhang, "/api/uploads/" + upload + "/structure?campaign=" + campaign)).at("/template");
        assertThat(before.at("/aspects/0/found/0/how").asString()).isEqualTo("contains");
        assertThat(before.at("/aspects/1/found/0/how").asString()).isEqualTo("same");
        assertThat(before.at("/own")).hasSize(6);
        assertThat(before.at("/checks/0/rule").asString()).isEqualTo("template-aspect-missing");
        assertThat(before.at("/checks/0/message").asString()).contains("安全生产");
        assertThat(json(get(zhang, "/api/uploads/" + upload + "/structure")).has("template")).isFalse();
        problem(get(zhang, "/api/uploads/" + upload + "/structure?campaign=NOWHERE"), 404, "campaign-unknown");
        String id = created(file(zhang, filing("B1", upload), "k")).at("/report/id").asString();
        assertThat(json(get(lin, "/api/reports/" + id + "/structure")).at("/template")).isEqualTo(before);
        String own = upload(lin, "材料.docx", Samples.report("docx"));
        JsonNode tried = json(client(lin).post().uri("/api/templates/trials").header("Content-Type", "application/json")
                .bodyValue("{\"upload\":\"" + own + "\",\"aspects\":" + aspects + "}").exchange());
        assertThat(tried.at("/template/version").asInt()).isZero();
        assertThat(tried.at("/template/aspects")).isEqualTo(before.at("/aspects"));
    }

    @Test
    void whatWasCorrectedIsKeptWithoutItsAuthor() {
        client(chen).delete().uri("/api/corrections").exchange().expectStatus().isNoContent();
        Map<String, Object> filing = filing("B1", text("一"));
        filing.put("date", "2026-08-15");
        filing.put("suggested", Map.of("reader", "2", "organization", "B1", "campaign", campaign, "documentType", "SELF-EXAM",
                "title", "材料"));
        created(file(zhang, filing, "k"));
        created(file(zhang, filing, "k"));
        JsonNode kept = json(get(chen, "/api/corrections")).at("/items");
        assertThat(kept).hasSize(3);
        assertThat(kept.at("/0/field").asString()).isEqualTo("period");
        assertThat(kept.at("/0").has("suggested")).isFalse();
        assertThat(kept.at("/1/suggested").asString()).isEqualTo("材料");
        assertThat(kept.at("/1/confirmed").asString()).isEqualTo("对照检查材料");
        assertThat(kept.at("/2/confirmed").asString()).isEqualTo("2026-08-15");
        assertThat(kept.at("/0/reader").asString()).isEqualTo("2");
        assertThat(kept.toString()).doesNotContain("zhang", "B1");
        problem(get(lin, "/api/corrections"), 403, "forbidden");
        problem(get(TOKENS.of("wu", "administrator@C1"), "/api/corrections"), 403, "forbidden");
        problem(get(chen, "/api/corrections?after=x"), 400, "invalid-field");
        problem(get(chen, "/api/corrections?size=0"), 400, "invalid-field");
        client(chen).delete().uri("/api/corrections").exchange().expectStatus().isNoContent();
        assertThat(json(get(chen, "/api/corrections")).at("/items")).isEmpty();
    }

    @Test
    void aSuggestionThatIsNoneIsRefused() {
        Map<String, Object> filing = filing("B1", text("一"));
        filing.put("suggested", Map.of("reader", "2", "title", "长".repeat(301)));
        problem(file(zhang, filing, "k"), 400, "invalid-field");
        filing.put("suggested", Map.of("title", "甲"));
        problem(file(zhang, filing, "k"), 400, "invalid-field");
    }
}
