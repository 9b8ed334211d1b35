package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.local.ElasticsearchProcess;
import guidang.server.ServerProcess;
import guidang.server.TestTokens;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Kills the server's process under eight clients that file, again and again,
/// and under officers and clerks who act upon one report at once, and then
/// counts: every 201 is there once, in journal, streams and index, and what is
/// there is whole; of those who acted at once one did.
///
/// `-Dguidang.kills=200` for a long run, `-Dguidang.seed=…` to repeat one.
@Tag("kill")
class KillIT {
    private static final int KILLS = Integer.getInteger("guidang.kills", 20);
    private static final long SEED = Long.getLong("guidang.seed", 1);
    private static final int CLIENTS = 8;
    private static final int RIVALS = 2;
    /// What may become of a report that is fought about.
    private static final List<List<String>> ORDERS = List.of(List.of("filed", "accepted", "reopened"),
            List.of("filed", "returned"), List.of("filed", "moved"), List.of("filed", "returned", "moved"));

    @TempDir
    Path data;

    /// The answers 201 that a client has seen: the report's id and its slot.
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final TestTokens tokens = new TestTokens();

    @Test
    void noAnswerIsEverLostAndNothingHalfDoneShows() throws Exception {
        Random random = new Random(SEED);
        try (ElasticsearchProcess node = ElasticsearchProcess.start(data.resolve("elasticsearch"))) {
            List<String> settings = List.of("--guidang.access.issuer=" + tokens.issuer(),
                    "--spring.elasticsearch.uris=" + node.uri());
            AtomicReference<URI> address = new AtomicReference<>();
            List<FilingClient> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(n -> new FilingClient(n, address, tokens, acknowledged)).toList();
            List<RivalClient> rivals = IntStream.range(CLIENTS, CLIENTS + RIVALS)
                    .mapToObj(n -> new RivalClient(n, address, tokens)).toList();
            try (ServerProcess first = ServerProcess.start(data, settings)) {
                address.set(first.address());
                FilingClient.prepare(address, tokens, CLIENTS + RIVALS);
            }
            kill(random, settings, address, clients, rivals);
            try (ServerProcess last = ServerProcess.start(data, settings)) {
                address.set(last.address());
                check(new Auditor(address, tokens), clients, rivals);
            }
        }
    }

    private void kill(Random random, List<String> settings, AtomicReference<URI> address, List<FilingClient> clients,
            List<RivalClient> rivals) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            clients.forEach(client -> running.add(threads.submit(client)));
            rivals.forEach(client -> running.add(threads.submit(client)));
            for (int kill = 0; kill < KILLS; kill++) {
                ServerProcess server = ServerProcess.start(data, settings);
                address.set(server.address());
                awaitMore(acknowledged.size() + random.nextInt(1, 60), running);
                LockSupport.parkNanos(random.nextLong(20_000_000));
                server.kill();
            }
            try (ServerProcess last = ServerProcess.start(data, settings)) {
                address.set(last.address());
                clients.forEach(FilingClient::finish);
                rivals.forEach(RivalClient::finish);
                for (Future<?> client : running) {
                    client.get();
                }
            }
        }
    }

    private void awaitMore(int wanted, List<Future<?>> clients) throws Exception {
        while (acknowledged.size() < wanted) {
            for (Future<?> client : clients) {
                if (client.isDone()) {
                    client.get();
                    throw new AssertionError("a client ended early");
                }
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void check(Auditor auditor, List<FilingClient> clients, List<RivalClient> rivals) throws Exception {
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        Map<String, Integer> journal = Journaled.operations(data.resolve("objects/archive/journal/commits"));
        assertThat(acknowledged.keySet()).allSatisfy(id -> assertThat(journal).containsEntry(id, 1));
        assertThat(journal).as("operations that stand twice").allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        Set<String> shown = new HashSet<>();
        for (FilingClient client : clients) {
            for (String slot : client.slots()) {
                check(auditor, auditor.history(client.anyOf(slot)), shown);
            }
        }
        assertThat(shown).isEqualTo(acknowledged.keySet());
        for (RivalClient rival : rivals) {
            assertThat(rival.won()).hasSizeGreaterThan(KILLS / 4);
            shown.addAll(checkRivals(auditor, rival));
        }
        assertThat(auditor.indexed(auditor.position())).isEqualTo(shown);
    }

    /// Each report that was fought about has what its winner did, once, and nothing
    /// of the losers.
    private static Set<String> checkRivals(Auditor auditor, RivalClient rival) throws Exception {
        Map<String, List<String>> acts = new HashMap<>();
        Set<String> slots = new HashSet<>();
        for (Map.Entry<String, String> report : rival.filed().entrySet()) {
            if (slots.add(report.getValue())) {
                auditor.history(report.getKey()).forEach(event -> acts
                        .computeIfAbsent(event.get("report").asString(), _ -> new ArrayList<>())
                        .add(event.get("type").asString()));
            }
        }
        assertThat(acts.keySet()).isEqualTo(rival.filed().keySet());
        rival.won().forEach((report, states) -> assertThat(acts.get(report)).as(report).isIn(
                ORDERS.stream().filter(order -> Set.copyOf(order.subList(1, order.size())).equals(states)
                        || (states.contains("accepted") && order.contains("reopened"))).toList()));
        return acts.keySet();
    }

    private static void check(Auditor auditor, JsonNode slot, Set<String> shown) throws Exception {
        int version = 0;
        for (JsonNode event : slot) {
            String report = event.get("report").asString();
            assertThat(shown.add(report)).as("filed once").isTrue();
            assertThat(event.get("version").asInt()).isEqualTo(++version);
            auditor.isWhole(report);
        }
    }
}
