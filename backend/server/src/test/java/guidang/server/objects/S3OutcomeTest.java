package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guidang.server.objects.ObjectStore.Put;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a service's answers, or their absence, come to.
class S3OutcomeTest {
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server = server();
    private volatile int status = 200;
    private volatile String code = "";

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a200IsCreated() {
        assertThat(put()).isEqualTo(Put.CREATED);
    }

    @Test
    void a412IsOccupied() {
        answers(412, "PreconditionFailed");
        assertThat(put()).isEqualTo(Put.OCCUPIED);
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "400, InvalidRequest", "404, NoSuchBucket"})
    void aRefusalWroteNothing(int status, String code) {
        answers(status, code);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::put).withMessageContaining(code);
    }

    @ParameterizedTest
    @CsvSource({"409, ConditionalRequestConflict", "500, InternalError", "503, SlowDown", "504, GatewayTimeout",
            "507, Insufficient", "429, SlowDown",
            "408, RequestTimeout"})
    void anythingElseIsUnknownAndIsSentOnce(int status, String code) {
        answers(status, code);
        assertThatExceptionOfType(WriteOutcomeUnknown.class).isThrownBy(this::put);
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void aConnectionThatBreaksIsUnknown(int bytes) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(listening, bytes));
            assertThatExceptionOfType(WriteOutcomeUnknown.class)
                    .isThrownBy(() -> put("http://127.0.0.1:" + listening.getLocalPort()));
        }
    }

    @Test
    void aServiceThatIsNotThereWroteNothing() throws IOException {
        ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        closed.close();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> put("http://127.0.0.1:" + closed.getLocalPort()));
    }

    @Test
    void whatIsThrownTellsNoSecret() {
        answers(403, "AccessDenied");
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::put)
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("Signature", "Authorization", "secret"));
    }

    private Put put() {
        return put("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Put put(String endpoint) {
        try (S3Connection connection = new S3Connection(endpoint, "us-east-1", "key", "secret")) {
            return ObjectStoreContract.put(new S3Objects(connection, "bucket", Place.ARCHIVE), "key", "x");
        }
    }

    private void answers(int status, String code) {
        this.status = status;
        this.code = code;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        byte[] body = code.isEmpty()
                ? new byte[0]
                : ("<Error><Code>" + code + "</Code><Message>m</Message></Error>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.getResponseHeaders().add("ETag", "\"e\"");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void hangUp(ServerSocket listening, int bytes) {
        try (var socket = listening.accept()) {
            socket.getInputStream().readNBytes(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
