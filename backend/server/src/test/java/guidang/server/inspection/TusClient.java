package guidang.server.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/// A client of the tus protocol, of a server that may be somewhere else after
/// a restart.
final class TusClient {
    static final String PATH = "/api/uploads/resumable";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private final AtomicReference<URI> server;
    private final String token;

    TusClient(AtomicReference<URI> server, String token) {
        this.server = server;
        this.token = token;
    }

    /// The path of a new upload.
    String create(String name, long size, String purpose) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(creation(name, size, purpose));
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    HttpRequest.Builder creation(String name, long size, String purpose) {
        return request(PATH).POST(BodyPublishers.noBody()).header("Upload-Length", Long.toString(size)).header("Upload-Metadata",
                "name " + base64(name) + ",purpose " + base64(purpose));
    }

    long offset(String upload) throws IOException, InterruptedException {
        HttpResponse<String> answer = head(upload);
        if (answer.statusCode() != 200) {
            throw new IOException("HEAD " + answer.statusCode());
        }
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    HttpResponse<String> head(String upload) throws IOException, InterruptedException {
        return send(request(upload).HEAD());
    }

    /// Sends the rest of the bytes in one request.
    HttpResponse<String> patch(String upload, byte[] all, long from) throws IOException, InterruptedException {
        return patch(upload, from, BodyPublishers.ofByteArray(all, (int) from, (int) (all.length - from)));
    }

    HttpResponse<String> patch(String upload, long from, BodyPublisher body) throws IOException, InterruptedException {
        return send(patching(upload, from, body));
    }

    HttpRequest.Builder patching(String upload, long from, BodyPublisher body) {
        return request(upload).method("PATCH", body).header("Upload-Offset", Long.toString(from)).header("Content-Type",
                "application/offset+octet-stream");
    }

    /// A body that ends with the connection.
    static BodyPublisher broken(byte[] all, int from, int to) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(all, from, to - from) {
            @Override
            public synchronized int read(byte[] bytes, int at, int length) {
                int read = super.read(bytes, at, length);
                if (read < 0) {
                    throw new IllegalStateException("the line breaks");
                }
                return read;
            }
        }), (long) all.length - from);
    }

    HttpResponse<String> finish(String upload) throws IOException, InterruptedException {
        return send(request(upload + "/finish").POST(BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.get().resolve(path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token).header("Tus-Resumable", "1.0.0");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }
}
