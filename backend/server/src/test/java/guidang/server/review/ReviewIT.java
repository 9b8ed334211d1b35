package guidang.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.filing.FilingApi;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What officers do with reports, seen over HTTP.
class ReviewIT extends FilingApi {
    private static final JsonMapper JSON = new JsonMapper();

    private final String officer = TOKENS.of("wang", "officer@C1");
    private final String other = TOKENS.of("qian", "clerk@B2");

    private String filed(String words) {
        return created(file(zhang, filing("B1", text(words)), "first" + words)).at("/report/id").asString();
    }

    private String next(String words, String replaces) {
        Map<String, Object> filing = filing("B1", text(words));
        filing.put("replaces", replaces);
        return created(file(zhang, filing, "next" + words)).at("/report/id").asString();
    }

    @Test
    void aReturnedReportIsMendedAndAccepted() {
        String first = filed("一");
        JsonNode waiting = json(get(officer, "/api/reports/" + first + "/review"));
        assertThat(waiting.at("/levels/0/organization").asString()).isEqualTo("C1");
        assertThat(waiting.at("/mayAccept").asBoolean()).isTrue();
        assertThat(waiting.at("/mayReturn").asBoolean()).isTrue();
        assertThat(waiting.at("/mayReopen").asBoolean()).isFalse();
        JsonNode returned = json(post(officer, "/api/reports/" + first + "/return",
                Map.of("reason", "第二部分没有写明责任单位", "marks", List.of(Map.of("start", 0, "end", 4))), campaign + "r"));
        assertThat(returned.at("/report/state").asString()).isEqualTo("returned");
        assertThat(returned.at("/report/current").asBoolean()).isTrue();
        assertThat(returned.at("/receipt/record").asString()).contains("\"type\":\"returned\"").doesNotContain("责任单位");
        JsonNode owed = owed();
        assertThat(owed.at("/state").asString()).isEqualTo("returned");
        assertThat(owed.at("/reason").asString()).isEqualTo("第二部分没有写明责任单位");
        JsonNode said = json(get(zhang, "/api/reports/" + first + "/review"));
        assertThat(said.at("/said/marks/0/end").asInt()).isEqualTo(4);
        assertThat(said.at("/mayAccept").asBoolean()).isFalse();
        problem(post(officer, "/api/reports/" + first + "/accept", Map.of(), campaign + "a0"), 409, "report-state");

        String second = next("二", first);
        assertThat(owed().at("/state").asString()).isEqualTo("delivered");
        assertThat(json(get(zhang, "/api/reports/" + first)).at("/state").asString()).isEqualTo("superseded");
        JsonNode accepted = json(post(officer, "/api/reports/" + second + "/accept", Map.of(), campaign + "a"));
        assertThat(accepted.at("/report/state").asString()).isEqualTo("accepted");
        assertThat(owed().at("/state").asString()).isEqualTo("accepted");
        assertThat(json(get(officer, "/api/reports/" + second + "/review")).at("/levels/0/accepted").asBoolean()).isTrue();
        assertThat(json(get(officer, "/api/reports/" + second + "/history")).at("/items")).hasSize(4);
    }

    @Test
    void anAcceptedReportIsReplacedOnlyOnceItIsReopened() {
        String first = filed("一");
        json(post(officer, "/api/reports/" + first + "/accept", Map.of("reason", "同意"), campaign + "a"));
        Map<String, Object> filing = filing("B1", text("二"));
        filing.put("replaces", first);
        problem(file(zhang, filing, "two"), 409, "report-state");
        problem(post(zhang, "/api/reports/" + first + "/withdraw", Map.of("reason", "重报"), campaign + "w"), 409, "report-state");
        problem(post(officer, "/api/reports/" + first + "/return", Map.of("reason", "退"), campaign + "r"), 409, "report-state");
        problem(post(zhang, "/api/reports/" + first + "/reopen", Map.of("reason", "我改"), campaign + "o0"), 403, "forbidden");
        assertThat(json(get(officer, "/api/reports/" + first + "/review")).at("/mayReopen").asBoolean()).isTrue();
        json(post(officer, "/api/reports/" + first + "/reopen", Map.of("reason", "台账有误"), campaign + "o"));
        assertThat(owed().at("/reason").asString()).isEqualTo("台账有误");
        assertThat(created(file(zhang, filing, "two")).at("/report/version").asInt()).isEqualTo(2);
    }

    @Test
    void whoFiledItOrIsNotAboveItDoesNotReviewIt() {
        String both = TOKENS.of("li", "clerk@C1", "officer@C1");
        String onBehalf = created(file(both, filing("B1", text(both, "代报")), "b")).at("/report/id").asString();
        problem(post(both, "/api/reports/" + onBehalf + "/accept", Map.of(), campaign + "a"), 403, "own-report");
        assertThat(json(get(both, "/api/reports/" + onBehalf + "/review")).at("/mayAccept").asBoolean()).isFalse();
        String own = TOKENS.of("zhou", "officer@B1");
        problem(post(own, "/api/reports/" + onBehalf + "/accept", Map.of(), campaign + "a"), 403, "forbidden");
        problem(post(zhang, "/api/reports/" + onBehalf + "/return", Map.of("reason", "x"), campaign + "r"), 403, "forbidden");
        problem(post(other, "/api/reports/" + onBehalf + "/return", Map.of("reason", "x"), campaign + "r"), 404, "not-found");
        problem(get(other, "/api/reports/" + onBehalf + "/review"), 404, "not-found");
        problem(post(officer, "/api/reports/" + onBehalf + "/return", Map.of(), campaign + "r"), 400, "invalid-field");
        problem(post(officer, "/api/reports/" + onBehalf + "/return",
                Map.of("reason", "x", "marks", List.of(Map.of("start", 4, "end", 4))), campaign + "r"), 400, "invalid-field");
        json(post(lin, "/api/reports/" + onBehalf + "/accept", Map.of(), campaign + "a"));
    }

    @Test
    void whatAMergedOrganizationFiledIsItsSuccessorsOwn() {
        String merged = "M" + campaign;
        String successor = "S" + campaign;
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\n%s,继续党委,committee,C1\n%s,并入支部,branch,C1\n".formatted(successor, merged))
                .exchange();
        String clerk = TOKENS.of("sun", "clerk@" + merged);
        String report = created(file(clerk, filing(merged, text(clerk, "并入前")), "m")).at("/report/id").asString();
        json(post(chen, "/api/organizations/" + merged + "/merge", Map.of("into", successor, "reason", "合并"),
                campaign + "merge"));

        String own = TOKENS.of("wu", "officer@" + successor);
        JsonNode seen = json(get(own, "/api/reports/" + report + "/review"));
        assertThat(seen.at("/levels")).extracting(level -> level.at("/organization").asString()).containsExactly("C1");
        assertThat(seen.at("/mayAccept").asBoolean()).isFalse();
        problem(post(own, "/api/reports/" + report + "/accept", Map.of(), campaign + "a"), 403, "forbidden");
        problem(post(own, "/api/reports/" + report + "/return", Map.of("reason", "改"), campaign + "r"), 403, "forbidden");
        JsonNode accepted = json(post(officer, "/api/reports/" + report + "/accept", Map.of(), campaign + "a"));
        assertThat(accepted.at("/receipt/record").asString()).contains("\"at\":\"C1\"");
        json(post(officer, "/api/reports/" + report + "/reopen", Map.of("reason", "有误"), campaign + "o"));
    }

    @Test
    void theClerksOfASuccessorAndOfAMergedOrganizationTakeItsReportsBackAlike() {
        for (String who : List.of("former", "successor")) {
            String merged = "W" + campaign + who.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
            organization(merged);
            String clerk = TOKENS.of("sun", "clerk@" + merged);
            String report = created(file(clerk, filing(merged, text(clerk, "并入前")), merged)).at("/report/id").asString();
            problem(post(zhang, "/api/reports/" + report + "/withdraw", Map.of("reason", "x"), merged + "w0"), 404, "not-found");
            json(post(chen, "/api/organizations/" + merged + "/merge", Map.of("into", "B1", "reason", "合并"), merged + "merge"));
            String taking = who.equals("former") ? TOKENS.of("zheng", "clerk@" + merged) : zhang;
            JsonNode taken = json(post(taking, "/api/reports/" + report + "/withdraw", Map.of("reason", "重报"), merged + "w"));
            assertThat(taken.at("/report/state").asString()).isEqualTo("withdrawn");
        }
    }

    private void organization(String code) {
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\n%s,支部%s,branch,C1\n".formatted(code, code)).exchange();
    }

    /// What was returned may still be withdrawn; otherwise one act excludes
    /// the others.
    @Test
    void ofSeveralAtOneReportOneWinsAndTheOthersLearnHowItStands() throws Exception {
        Map<String, String> outcomes = Map.of("accept", "accepted", "return", "returned", "withdraw", "withdrawn");
        for (int round = 0; round < 8; round++) {
            JsonNode owed = owed();
            boolean empty = List.of("missing", "withdrawn").contains(owed.at("/state").asString());
            String report = empty ? filed("轮" + round) : next("轮" + round, owed.at("/report").asString());
            String key = campaign + round;
            Map<String, EntityExchangeResult<byte[]>> answers = atOnce(Map.of(
                    "accept", () -> act(officer, report, "accept", Map.of(), key),
                    "return", () -> act(lin, report, "return", Map.of("reason", "改"), key),
                    "withdraw", () -> act(zhang, report, "withdraw", Map.of("reason", "撤"), key)));
            Set<String> won = new HashSet<>();
            answers.forEach((verb, answer) -> {
                if (answer.getStatus().value() == 200) {
                    won.add(outcomes.get(verb));
                }
            });
            assertThat(won).isIn(Set.of("accepted"), Set.of("returned"), Set.of("withdrawn"), Set.of("returned", "withdrawn"));
            answers.values().stream().filter(answer -> answer.getStatus().value() != 200).forEach(answer -> {
                assertThat(answer.getStatus().value()).isEqualTo(409);
                JsonNode told = JSON.readTree(answer.getResponseBody());
                assertThat(told.at("/code").asString()).isEqualTo("report-state");
                assertThat(won).contains(told.at("/state").asString());
            });
            assertThat(json(get(officer, "/api/reports/" + report + "/history")).at("/items").valueStream()
                    .filter(event -> event.at("/report").asString().equals(report)).map(event -> event.at("/type").asString())
                    .skip(1)).containsExactlyInAnyOrderElementsOf(won);
            if (won.contains("accepted")) {
                json(post(officer, "/api/reports/" + report + "/reopen", Map.of("reason", "再报"), key + "o"));
            }
        }
    }

    private EntityExchangeResult<byte[]> act(String who, String report, String verb, Map<String, String> body, String key) {
        return answer(post(who, "/api/reports/" + report + "/" + verb, body, key + verb));
    }

    private static Map<String, EntityExchangeResult<byte[]>> atOnce(Map<String, Callable<EntityExchangeResult<byte[]>>> acts)
            throws Exception {
        Map<String, EntityExchangeResult<byte[]>> answers = new HashMap<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<EntityExchangeResult<byte[]>>> running = new HashMap<>();
            acts.forEach((verb, act) -> running.put(verb, people.submit(act)));
            for (Map.Entry<String, Future<EntityExchangeResult<byte[]>>> each : running.entrySet()) {
                answers.put(each.getKey(), each.getValue().get());
            }
        }
        return answers;
    }

    private static EntityExchangeResult<byte[]> answer(ResponseSpec spec) {
        return spec.expectBody().returnResult();
    }

    @Test
    void repeatingAnActIsTheSameAct() {
        String first = filed("一");
        JsonNode once = json(post(officer, "/api/reports/" + first + "/return", Map.of("reason", "改"), campaign + "r"));
        JsonNode again = json(post(officer, "/api/reports/" + first + "/return", Map.of("reason", "改"), campaign + "r"));
        assertThat(again.at("/receipt/leafIndex")).isEqualTo(once.at("/receipt/leafIndex"));
        problem(post(officer, "/api/reports/" + first + "/return", Map.of("reason", "另"), campaign + "r"), 422,
                "idempotency-key-reused");
    }

    @Test
    void aMisfiledReportIsMovedAndKeepsItsTime() {
        String clerk = TOKENS.of("li", "clerk@C1");
        String wrong = created(file(clerk, filing("B1", text(clerk, "错位")), "w")).at("/report/id").asString();
        String receivedAt = json(get(clerk, "/api/reports/" + wrong)).at("/receivedAt").asString();
        Map<String, Object> to = Map.of("organization", "B2", "campaign", campaign, "documentType", "SELF-EXAM", "period", "2026",
                "reason", "报到了别的支部");
        problem(post(other, "/api/reports/" + wrong + "/move", to, campaign + "m0"), 404, "not-found");
        JsonNode moved = created(post(clerk, "/api/reports/" + wrong + "/move", to, campaign + "m"));
        String right = moved.at("/report/id").asString();
        assertThat(right).isNotEqualTo(wrong);
        assertThat(moved.at("/report/organization").asString()).isEqualTo("B2");
        assertThat(moved.at("/report/receivedAt").asString()).isEqualTo(receivedAt);
        assertThat(moved.at("/receipt/record").asString()).contains("\"type\":\"filed\"");
        assertThat(body(get(other, "/api/reports/" + right + "/text"))).contains("错位");
        JsonNode left = json(get(clerk, "/api/reports/" + wrong));
        assertThat(left.at("/state").asString()).isEqualTo("moved");
        assertThat(left.at("/movedTo").asString()).isEqualTo(right);
        problem(get(clerk, "/api/reports/" + wrong + "/text"), 409, "report-moved");
        assertThat(owed().at("/state").asString()).isEqualTo("missing");
        assertThat(created(post(clerk, "/api/reports/" + wrong + "/move", to, campaign + "m")).at("/report/id").asString())
                .isEqualTo(right);
        problem(post(clerk, "/api/reports/" + wrong + "/move", to, campaign + "m2"), 409, "report-state");
    }

    @Test
    void whatWasMovedAndIsDestroyedTakesItsBytesAndReasonsAlong() {
        String clerk = TOKENS.of("li", "clerk@C1");
        String wrong = created(file(clerk, filing("B1", text(clerk, "个人材料")), "w")).at("/report/id").asString();
        json(post(officer, "/api/reports/" + wrong + "/return", Map.of("reason", "含个人内容"), campaign + "r"));
        String right = created(post(clerk, "/api/reports/" + wrong + "/move", Map.of("organization", "B2", "campaign", campaign,
                "documentType", "SELF-EXAM", "period", "2026", "reason", "报错"), campaign + "m")).at("/report/id").asString();
        json(post(lin, "/api/reports/" + right + "/seal", Map.of("ground", "personal", "reason", "个人"), campaign + "s"));
        json(post(officer, "/api/reports/" + right + "/destroy", Map.of("reason", "确系"), campaign + "d"));
        JsonNode history = json(get(clerk, "/api/reports/" + wrong + "/history")).at("/items");
        assertThat(history).extracting(event -> event.at("/type").asString()).containsExactly("filed", "returned", "moved");
        assertThat(history).noneMatch(event -> event.has("reason") && !event.at("/reason").isNull());
        assertThat(store.list("blobs/", "").filter(key -> key.contains(wrong)).collectList().block()).isEmpty();
    }

    @Test
    void twoVersionsAreComparedPassageByPassage() {
        String first = created(file(zhang, filing("B1", upload(zhang, "a.txt",
                (campaign + "对照检查材料\n一、问题\n学习不深入，联系实际不够。\n二、措施\n每月学习一次。\n").getBytes(StandardCharsets.UTF_8))), "1"))
                .at("/report/id").asString();
        problem(get(officer, "/api/reports/" + first + "/comparison"), 404, "not-found");
        Map<String, Object> filing = filing("B1", upload(zhang, "b.txt",
                (campaign + "对照检查材料\n一、问题\n学习不够深入，联系实际不够。\n二、措施\n每月学习一次。\n由办公室负责。\n").getBytes(StandardCharsets.UTF_8)));
        filing.put("replaces", first);
        String second = created(file(zhang, filing, "2")).at("/report/id").asString();
        JsonNode compared = json(get(officer, "/api/reports/" + second + "/comparison"));
        assertThat(compared.at("/before").asString()).isEqualTo(first);
        assertThat(compared.at("/changed").asInt()).isEqualTo(2);
        assertThat(compared.at("/passages")).extracting(passage -> passage.at("/kind").asString())
                .containsExactly("same", "changed", "same", "added");
        assertThat(compared.at("/passages/1/after/0/pieces")).extracting(piece -> piece.at("/text").asString())
                .contains("够");
    }
}
