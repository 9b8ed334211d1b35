package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.TestTokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A clerk and two officers who act upon one report at once, report after
/// report, and repeat with the same keys until they are answered: one accepts
/// it, one returns it, one moves it to the branch beside. One of them wins, but
/// that what was returned may be moved yet; the others are told how it stands.
final class RivalClient implements Callable<Void> {
    private static final Map<String, String> OUTCOMES = Map.of("accept", "accepted", "return", "returned", "move", "moved");

    private final int number;
    private final FilingClient filing;
    private final Http clerk;
    private final Map<String, Http> officers;
    private final Map<String, String> filed = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> won = new ConcurrentHashMap<>();
    private volatile boolean finished;

    /// @param number
    ///            of the committee that [FilingClient#prepare] made
    RivalClient(int number, AtomicReference<URI> address, TestTokens tokens) {
        this.number = number;
        this.filing = new FilingClient(number, address, tokens, filed);
        this.clerk = new Http(address, tokens.of("clerk" + number, "clerk@C" + number));
        this.officers = Map.of("accept", new Http(address, tokens.of("first" + number, "officer@C" + number)), "return",
                new Http(address, tokens.of("second" + number, "officer@ROOT")), "move", clerk);
    }

    /// Ends once what is under way is through.
    void finish() {
        finished = true;
    }

    /// All that it filed or moved, by the slots where they lie.
    Map<String, String> filed() {
        return Map.copyOf(filed);
    }

    /// What became of each report that was fought about.
    Map<String, Set<String>> won() {
        return Map.copyOf(won);
    }

    @Override
    public Void call() throws Exception {
        for (int n = 0; !finished; n++) {
            round(organization(n % 2), organization((n + 1) % 2), number + "-r" + n);
        }
        return null;
    }

    private String organization(int branch) {
        return "C" + number + "-" + branch;
    }

    private void round(String organization, String beside, String key) throws Exception {
        filing.replaces(organization, current(organization));
        String report = filing.file(organization, key);
        Map<String, HttpResponse<byte[]>> answers = atOnce(report, beside, key);
        Set<String> states = answers.entrySet().stream().filter(e -> e.getValue().statusCode() / 100 == 2)
                .map(e -> Objects.requireNonNull(OUTCOMES.get(e.getKey()))).collect(Collectors.toUnmodifiableSet());
        assertThat(states).as("who won %s", report).isIn(Set.of("accepted"), Set.of("returned"), Set.of("moved"),
                Set.of("returned", "moved"));
        for (HttpResponse<byte[]> answer : answers.values()) {
            if (answer.statusCode() / 100 != 2) {
                assertThat(answer.statusCode()).isEqualTo(409);
                JsonNode told = Http.JSON.readTree(answer.body());
                assertThat(told.get("code").asString()).isEqualTo("report-state");
                assertThat(states).contains(told.get("state").asString());
            }
        }
        won.put(report, states);
        if (states.contains("moved")) {
            JsonNode moved = Http.json(Objects.requireNonNull(answers.get("move")));
            filed.put(moved.get("report").get("id").asString(), beside);
        } else if (states.contains("accepted")) {
            Http.json(act("accept", report, "reopen", Map.of("reason", "再报"), key));
        }
    }

    private Map<String, HttpResponse<byte[]>> atOnce(String report, String beside, String key) throws Exception {
        Map<String, Object> to = new HashMap<>(Map.of("organization", beside, "campaign", FilingClient.CAMPAIGN,
                "documentType", "PLAN", "period", "2026", "reason", "报错"));
        String there = current(beside);
        if (there != null) {
            to.put("replaces", there);
        }
        Map<String, Object> bodies = Map.of("accept", Map.of(), "return", Map.of("reason", "改"), "move", to);
        Map<String, HttpResponse<byte[]>> answers = new ConcurrentHashMap<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            bodies.forEach((verb, body) -> all.add(people.submit(() -> answers.put(verb, act(verb, report, verb, body, key)))));
            for (Future<?> each : all) {
                each.get();
            }
        }
        return answers;
    }

    private HttpResponse<byte[]> act(String who, String report, String verb, Object body, String key) throws Exception {
        Http person = Objects.requireNonNull(officers.get(who));
        return FilingClient.repeated(() -> person.post("/api/reports/" + report + "/" + verb, body, key + verb));
    }

    /// The slot's current report; null where there is none.
    private @Nullable String current(String organization) throws Exception {
        JsonNode owed = Http.json(FilingClient.repeated(() -> clerk.get("/api/obligations?organization=" + organization)))
                .get("items").get(0);
        boolean there = List.of("delivered", "returned", "accepted", "reopened").contains(owed.get("state").asString());
        return there ? owed.get("report").asString() : null;
    }
}
