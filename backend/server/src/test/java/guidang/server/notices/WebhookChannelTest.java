package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/// Against a receiver in this process.
class WebhookChannelTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.parse("2026-03-31T01:02:03Z");

    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private volatile int status = 204;
    private HttpServer receiver;

    WebhookChannelTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void receive() {
        receiver.createContext("/", exchange -> {
            requests.incrementAndGet();
            last.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getRequestHeaders().forEach((name, values) -> last.put(name.toLowerCase(java.util.Locale.ROOT),
                    values.getFirst()));
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private int port() {
        return receiver.getAddress().getPort();
    }

    private Mono<Channel.Sent> send(String url, boolean allowPrivate, PublicResolver.Lookup names) {
        Webhook hook = new Webhook(URI.create(url), SECRET, allowPrivate);
        NoticesSettings settings = new NoticesSettings(1, Duration.ofDays(180), "/guidang", null, List.of(hook),
                new NoticesSettings.Rectifications(7, List.of(14, 3), true, true));
        WebhookChannel channel = new WebhookChannel(settings, names, () -> NOW);
        return channel.send(new Outgoing(1, "b".repeat(32), "webhook", hook.name(), NOW, OutboxTest.REMINDER, null));
    }

    private static InetAddress[] loopback(String name) throws UnknownHostException {
        return new InetAddress[]{InetAddress.getByAddress(name, new byte[]{127, 0, 0, 1})};
    }

    @Test
    void anEventIsPostedAndSigned() {
        String url = "http://receiver.test:" + port() + "/hook?a=1";
        assertThat(send(url, true, WebhookChannelTest::loopback).block()).isEqualTo(Channel.Sent.DONE);
        String body = Objects.requireNonNull(last.get("body"));
        assertThat(body).contains("\"specversion\":\"1.0\"", "第一支部");
        assertThat(last).containsEntry("content-type", Events.MEDIA_TYPE).containsEntry("webhook-id", "b".repeat(32))
                .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
                .containsEntry("host", "receiver.test:" + port())
                .containsEntry("webhook-signature", WebhookSignature.of(SECRET, "b".repeat(32), NOW.getEpochSecond(),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int redirect) {
        status = redirect;
        assertThat(send("http://127.0.0.1:" + port() + "/", true, InetAddress::getAllByName).block())
                .isEqualTo(Channel.Sent.LATER);
        assertThat(requests).hasValue(1);
    }

    @Test
    void whatFailsComesAgainAndWhatIsGoneDoesNot() {
        status = 503;
        assertThat(send("http://127.0.0.1:" + port() + "/", true, InetAddress::getAllByName).block())
                .isEqualTo(Channel.Sent.LATER);
        status = 410;
        assertThat(send("http://127.0.0.1:" + port() + "/", true, InetAddress::getAllByName).block())
                .isEqualTo(Channel.Sent.NEVER);
    }

    /// The settings refuse http here; the resolver must not rely on that.
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1", "http://[::1]", "http://[::ffff:127.0.0.1]", "http://2130706433",
            "http://localhost", "http://receiver.test"})
    void nothingThatIsNotPublicIsConnectedTo(String url) {
        assertThatThrownBy(() -> send(url + ":" + port() + "/", false, name -> name.equals("receiver.test")
                ? loopback(name)
                : InetAddress.getAllByName(name)).block()).hasRootCauseInstanceOf(UnknownHostException.class);
        assertThat(requests).hasValue(0);
    }

    /// The name is public when it is looked at, and private a moment later: it is
    /// looked up once, and what was seen is what is connected to.
    @Test
    void aNameThatChangesItsMindGainsNothing() {
        AtomicInteger lookups = new AtomicInteger();
        PublicResolver.Lookup rebinding = name -> lookups.getAndIncrement() == 0
                ? new InetAddress[]{InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("127.0.0.1")}
                : loopback(name);
        assertThatThrownBy(() -> send("http://rebinding.test:" + port() + "/", false, rebinding).block())
                .hasRootCauseInstanceOf(UnknownHostException.class);
        assertThat(lookups).hasValue(1);
        assertThat(requests).hasValue(0);
    }
}
