package guidang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;

/// The server's API as one user's client sees it.
final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final HttpClient http;
    private final URI server;
    private final String token;

    Api(HttpClient http, URI server, String token) {
        this.http = http;
        this.server = server;
        this.token = token;
    }

    /// Uploads a file and gives the answer.
    String upload(String name, BodyPublisher bytes) throws IOException, InterruptedException {
        return sent(201, "/api/uploads?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "POST", bytes,
                "application/octet-stream", "");
    }

    /// Posts JSON.
    String post(int expected, String path, String json, String idempotencyKey) throws IOException, InterruptedException {
        return sent(expected, path, "POST", BodyPublishers.ofString(json), "application/json", idempotencyKey);
    }

    /// Posts a body of another type.
    String post(int expected, String path, String body, String mediaType, String idempotencyKey)
            throws IOException, InterruptedException {
        return sent(expected, path, "POST", BodyPublishers.ofString(body), mediaType, idempotencyKey);
    }

    /// Imports a list of organisations, as a job, and waits until it is done.
    void importOrganizations(String list) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("/api/organizations/imports?dryRun=false", "POST", BodyPublishers.ofString(list),
                        "text/csv;charset=UTF-8", "")
                        .header("Prefer", "respond-async").build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        expect(202, "the import", answer);
        String job = "/api/jobs/" + Json.member(answer.body(), "id");
        for (String state = "waiting"; !state.equals("done"); state = Json.member(get(job), "state")) {
            if (state.equals("failed")) {
                throw new IOException(get(job));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Begins an upload of evidence in parts (tus 1.0.0), and gives its path.
    String begin(String name, long size) throws IOException, InterruptedException {
        Base64.Encoder base64 = Base64.getEncoder();
        HttpRequest request = request("/api/uploads/resumable", "POST", BodyPublishers.noBody(), "", "")
                .header("Tus-Resumable", "1.0.0").header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", "name " + base64.encodeToString(name.getBytes(StandardCharsets.UTF_8)) + ",purpose "
                        + base64.encodeToString("evidence".getBytes(StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        expect(201, "the upload", answer);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /// How far it has come.
    long offset(String upload) throws IOException, InterruptedException {
        HttpRequest request = request(upload, "HEAD", BodyPublishers.noBody(), "", "").header("Tus-Resumable", "1.0.0").build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        expect(200, "HEAD " + upload, answer);
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    /// Sends what comes from the offset on.
    void patch(String upload, long offset, BodyPublisher bytes) throws IOException, InterruptedException {
        HttpRequest request = request(upload, "PATCH", bytes, "application/offset+octet-stream", "")
                .header("Tus-Resumable", "1.0.0").header("Upload-Offset", Long.toString(offset)).build();
        expect(204, "PATCH " + upload, http.send(request, BodyHandlers.ofString()));
    }

    String get(String path) throws IOException, InterruptedException {
        return sent(200, path, "GET", BodyPublishers.noBody(), "", "");
    }

    /// Writes the answer to a file, as it comes.
    void download(String path, Path file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token).build();
        HttpResponse<Path> answer = http.send(request, BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + ": " + answer.statusCode());
        }
    }

    void delete(String path) throws IOException, InterruptedException {
        sent(204, path, "DELETE", BodyPublishers.noBody(), "", "");
    }

    private String sent(int expected, String path, String method, BodyPublisher body, String mediaType, String key)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path, method, body, mediaType, key).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        return expect(expected, method + " " + path, answer);
    }

    private HttpRequest.Builder request(String path, String method, BodyPublisher body, String mediaType, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, body)
                .header("Authorization", "Bearer " + token);
        if (!mediaType.isEmpty()) {
            request.header("Content-Type", mediaType);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return request;
    }

    private static String expect(int expected, String what, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != expected) {
            throw new IOException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
