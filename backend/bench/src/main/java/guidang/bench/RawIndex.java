package guidang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Elasticsearch without the server: takes bulk requests that were recorded.
final class RawIndex {
    /// As many as the server sends at a time.
    private static final int AT_ONCE = 3;
    private static final Pattern STATUS = Pattern.compile("\"status\":(\\d+)");
    /// Created, replaced, or overtaken by a newer version, which the server takes
    /// for done too.
    private static final Set<String> DONE = Set.of("200", "201", "409");

    private final HttpClient http;
    private final URI address;
    private final Map<String, String> definitions;

    /// @param definitions
    ///            settings and mappings by the beginning of the index's name
    RawIndex(HttpClient http, URI address, Map<String, String> definitions) {
        this.http = http;
        this.address = address;
        this.definitions = definitions;
    }

    /// @param seconds
    ///            from the first request until all is searchable
    record Written(int documents, double seconds) {}

    /// Writes into new indices, and deletes these.
    Written write(List<Recorder.Request> bulks) throws IOException, InterruptedException, ExecutionException {
        for (Map.Entry<String, String> lane : definitions.entrySet()) {
            drop(lane.getKey()); // a run that was broken off may have left it
            send("PUT", "/raw-" + lane.getKey(), lane.getValue().replaceFirst("\"index\"\\s*:\\s*\\{.*?\\}",
                    "\"index\":{\"number_of_shards\":1,\"refresh_interval\":\"-1\"}"));
        }
        AtomicInteger documents = new AtomicInteger();
        long start = System.nanoTime();
        Clients.run(AT_ONCE, 0, bulks.size(), n -> documents.addAndGet(bulk(bulks.get(n))));
        send("POST", "/raw-*/_refresh", "");
        double seconds = (System.nanoTime() - start) / 1e9;
        for (String lane : definitions.keySet()) {
            drop(lane);
        }
        return new Written(documents.get(), seconds);
    }

    private int bulk(Recorder.Request bulk) throws IOException, InterruptedException {
        String lane = definitions.keySet().stream().filter(name -> bulk.path().startsWith("/" + name)).findFirst().orElseThrow();
        String answer = answer(bulk.to(address.resolve("/raw-" + lane + "/_bulk?filter_path=errors,items.*.status")));
        Matcher status = STATUS.matcher(answer);
        int documents = 0;
        for (; status.find(); documents++) {
            if (!DONE.contains(status.group(1))) {
                throw new IOException("bulk: a document got " + status.group(1));
            }
        }
        return documents;
    }

    private void drop(String lane) throws IOException, InterruptedException {
        send("DELETE", "/raw-" + lane + "?ignore_unavailable=true", "");
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        String _ = answer(HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
