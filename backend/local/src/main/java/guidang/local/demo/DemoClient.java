package guidang.local.demo;

import guidang.local.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speaks to the server as one demo user after the other.
final class DemoClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Tokens tokens;
    private final Map<String, String> known = new HashMap<>();

    DemoClient(URI server, URI issuer) {
        this.server = server;
        this.tokens = new Tokens(http, issuer);
    }

    /// The body, whatever the status.
    String get(String user, String path) throws IOException, InterruptedException {
        return send(request(user, path)).body();
    }

    boolean exists(String user, String path) throws IOException, InterruptedException {
        return send(request(user, path)).statusCode() == 200;
    }

    /// @param key
    ///            repeating a request under the same key does nothing twice
    /// @throws IOException
    ///             when it is refused; the message holds the answer
    String post(String user, String path, String key, String type, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(user, path).header("Idempotency-Key", key).header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
        if (answer.statusCode() >= 300) {
            throw new IOException("POST " + path + " as " + user + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    String postJson(String user, String path, String key, String json) throws IOException, InterruptedException {
        return post(user, path, key, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String user, String path) throws IOException, InterruptedException {
        String token = known.get(user);
        if (token == null) {
            token = tokens.of(user);
            known.put(user, token);
        }
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60)).header("Accept-Language", "zh-CN")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The first member of that name that is a text or a number; empty where there
    /// is none. Enough for the few values that the demo shows.
    static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\\[?\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?[0-9.]+))")
                .matcher(json);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1).replace("\\\"", "\"").replace("\\n", " ");
    }
}
