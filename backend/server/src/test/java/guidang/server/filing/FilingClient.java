package guidang.server.filing;

import guidang.server.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A clerk that files version after version into its own slots, and repeats
/// with the same key until it has seen a 201, as a good client does.
final class FilingClient implements Callable<Void> {
    private static final int SLOTS = 10;
    static final String CAMPAIGN = "ZT2026";

    private final int number;
    private final Http http;
    private final Map<String, String> acknowledged;
    private final Map<String, String> current = new HashMap<>();
    private volatile boolean finished;

    FilingClient(int number, AtomicReference<URI> address, TestTokens tokens, Map<String, String> acknowledged) {
        this.number = number;
        this.http = new Http(address, tokens.of("clerk" + number, "clerk@C" + number));
        this.acknowledged = acknowledged;
    }

    /// A committee with ten branches for each client, and an open campaign.
    static void prepare(AtomicReference<URI> address, TestTokens tokens, int clients) throws Exception {
        Http administrator = new Http(address, tokens.of("chen", "administrator@ROOT"));
        StringBuilder csv = new StringBuilder("code,name,type,parent\n");
        for (int n = 0; n < clients; n++) {
            csv.append("C%d,党委%d,committee,ROOT\n".formatted(n, n));
            for (int slot = 0; slot < SLOTS; slot++) {
                csv.append("C%d-%d,支部%d,branch,C%d\n".formatted(n, slot, slot, n));
            }
        }
        Http.json(administrator.post("/api/organizations/imports?dryRun=false", csv.toString().getBytes(StandardCharsets.UTF_8),
                "text/csv;charset=UTF-8", ""));
        Http.json(administrator.post("/api/campaigns", Map.of("code", CAMPAIGN, "name", "专题", "target", "ROOT", "documents",
                List.of(Map.of("type", "PLAN", "name", "方案", "period", "2026", "due", "2026-12-31", "required", true))),
                "create"));
        Http.json(administrator.post("/api/campaigns/" + CAMPAIGN + "/open", Map.of(), "open"));
    }

    /// Ends once what is under way is through.
    void finish() {
        finished = true;
    }

    List<String> slots() {
        return List.copyOf(current.keySet());
    }

    /// A report in the slot.
    String anyOf(String slot) {
        return java.util.Objects.requireNonNull(current.get(slot));
    }

    @Override
    public Void call() throws Exception {
        for (int n = 0; !finished; n++) {
            file("C" + number + "-" + n % SLOTS, number + "-" + n);
        }
        return null;
    }

    /// What is replaced by the next filing of the organisation; null: nothing.
    void replaces(String organization, @Nullable String report) {
        if (report == null) {
            current.remove(organization);
        } else {
            current.put(organization, report);
        }
    }

    /// The report's id.
    String file(String organization, String key) throws Exception {
        byte[] text = ("方案 " + key + "\n组织生活会\n").getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = attempt(organization, key, upload(key, text));
        while (uploadIsGone(answer)) {
            answer = attempt(organization, key, upload(key, text));
        }
        String report = Http.json(answer).get("report").get("id").asString();
        acknowledged.put(report, organization);
        current.put(organization, report);
        return report;
    }

    private HttpResponse<byte[]> attempt(String organization, String key, String upload) throws Exception {
        return repeated(() -> http.post("/api/reports", filing(organization, key, upload), key));
    }

    private static boolean uploadIsGone(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 404 && new String(answer.body(), StandardCharsets.UTF_8).contains("upload-not-found");
    }

    private Map<String, Object> filing(String organization, String key, String upload) {
        Map<String, Object> filing = new HashMap<>(
                Map.of("organization", organization, "campaign", CAMPAIGN, "documentType", "PLAN",
                        "period", "2026", "title", "方案 " + key, "files", List.of(Map.of("upload", upload, "role", "main"))));
        if (current.containsKey(organization)) {
            filing.put("replaces", current.get(organization));
        }
        return filing;
    }

    private String upload(String key, byte[] text) throws Exception {
        JsonNode upload = Http
                .json(repeated(() -> http.post("/api/uploads?name=" + key + ".txt", text, "application/octet-stream", "")));
        return upload.get("id").asString();
    }

    /// Until the server answers, and not with 5xx.
    static HttpResponse<byte[]> repeated(Callable<HttpResponse<byte[]>> request) throws Exception {
        while (true) {
            try {
                HttpResponse<byte[]> answer = request.call();
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (IOException away) {
                // Killed: whether it was done is found out by repeating.
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
