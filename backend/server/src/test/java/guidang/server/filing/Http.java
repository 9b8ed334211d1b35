package guidang.server.filing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One user's client of a server that may be somewhere else after a restart.
public final class Http {
    public static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private final AtomicReference<URI> address;
    private final String token;

    public Http(AtomicReference<URI> address, String token) {
        this.address = address;
        this.token = token;
    }

    public HttpResponse<byte[]> post(String path, byte[] body, String mediaType, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body)).header("Content-Type", mediaType);
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    public HttpResponse<byte[]> post(String path, Object json, String key) throws IOException, InterruptedException {
        return post(path, JSON.writeValueAsBytes(json), "application/json", key);
    }

    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// The answer as JSON.
    ///
    /// @throws IOException
    ///             where the status is not 2xx
    public static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.get().resolve(path)).timeout(Duration.ofSeconds(60)).header("Authorization",
                "Bearer " + token);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
