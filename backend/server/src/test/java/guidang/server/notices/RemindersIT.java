package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import guidang.server.filing.FilingApi;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reminders over HTTP, to a real receiver of webhooks and a real mail server,
/// which is a process of its own.
class RemindersIT extends FilingApi {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String MAIL = "zhibu1@guidang.test";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final BlockingQueue<Received> RECEIVED = new LinkedBlockingQueue<>();
    private static final HttpServer RECEIVER = receiver();
    private static final int SMTP = freePort();
    private static final int IMAP = freePort();
    private static final Process MAIL_SERVER = mailServer();

    private final String officer = TOKENS.of("wang", "officer@C1");
    private final String neighbour = TOKENS.of("qian", "clerk@B2");

    private record Received(String id, String timestamp, String signature, byte[] body) {}

    private static HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", exchange -> {
                var headers = exchange.getRequestHeaders();
                RECEIVED.add(new Received(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"), exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// GreenMail, from the build's own folder.
    private static Process mailServer() {
        try {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            Path jar = Path.of("target", "greenmail", "greenmail-standalone.jar");
            assertThat(jar).exists();
            Process process = new ProcessBuilder(java.toString(), "-Xmx128m", "-Dgreenmail.smtp.hostname=127.0.0.1",
                    "-Dgreenmail.smtp.port=" + SMTP, "-Dgreenmail.imap.hostname=127.0.0.1", "-Dgreenmail.imap.port=" + IMAP,
                    "-Dgreenmail.auth.disabled", "-jar", jar.toString()).redirectErrorStream(true)
                    .redirectOutput(Files.createTempFile("greenmail", ".log").toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void outwards(DynamicPropertyRegistry registry) {
        registry.add("guidang.notices.webhooks[0].url", () -> "http://127.0.0.1:" + RECEIVER.getAddress().getPort() + "/hook");
        registry.add("guidang.notices.webhooks[0].secret", () -> SECRET);
        registry.add("guidang.notices.webhooks[0].allow-private", () -> "true");
        registry.add("guidang.notices.mail-from", () -> "archive@guidang.test");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SMTP);
    }

    @AfterAll
    static void stop() {
        RECEIVER.stop(0);
        MAIL_SERVER.destroy();
    }

    private Map<String, Object> asked(String words, String... organizations) {
        List<Map<String, String>> slots = java.util.Arrays.stream(organizations)
                .map(code -> Map.of("organization", code, "documentType", "SELF-EXAM", "period", "2026")).toList();
        return Map.of("campaign", campaign, "slots", slots, "words", words);
    }

    private List<String> outcomes(String token, String key, Map<String, Object> asked) {
        return json(post(token, "/api/reminders", asked, campaign + key)).at("/items").valueStream()
                .map(item -> item.at("/outcome").asString()).toList();
    }

    private List<JsonNode> notices(String token, String organization) {
        return json(get(token, "/api/notices?organization=" + organization)).at("/items").valueStream()
                .filter(item -> item.at("/campaign").asString().equals(campaign)).toList();
    }

    @Test
    void whatIsOwedIsRemindedOnceADayAndItsClerksSeeIt() {
        assertThat(outcomes(officer, "1", asked("请于本周报送", "B1", "B2"))).containsExactly("reminded", "reminded");
        assertThat(outcomes(officer, "1", asked("请于本周报送", "B1", "B2"))).containsExactly("reminded", "reminded");
        problem(post(officer, "/api/reminders", asked("别的话", "B1"), campaign + "1"), 422, "idempotency-key-reused");
        assertThat(outcomes(lin, "2", asked("再催", "B1"))).containsExactly("enough");
        JsonNode seen = notices(zhang, "B1").getFirst();
        assertThat(seen.at("/words").asString()).isEqualTo("请于本周报送");
        assertThat(seen.at("/fromName").asString()).isEqualTo("第一党委");
        assertThat(seen.at("/documentName").asString()).isEqualTo("班子对照检查材料");
        assertThat(seen.at("/awaited").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain("wang");
        created(file(zhang, filing("B1", text("报")), "f"));
        assertThat(notices(zhang, "B1").getFirst().at("/awaited").asBoolean()).isFalse();
        assertThat(outcomes(officer, "3", asked("再催", "B1"))).containsExactly("not-awaited");
        problem(delete(neighbour, seen.at("/id").asString()), 404, "organization-unknown");
        problem(delete(officer, seen.at("/id").asString()), 403, "forbidden");
        delete(zhang, seen.at("/id").asString()).expectStatus().isNoContent();
        assertThat(notices(zhang, "B1")).isEmpty();
        problem(delete(zhang, "2026-01-01-aaaaaaaaaaaaaaaa-1"), 404, "not-found");
        problem(delete(zhang, "2026-01-01-x-1"), 404, "not-found");
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec delete(String token, String id) {
        return client(token).delete().uri(java.net.URI.create("http://127.0.0.1:" + port + "/api/notices/B1/" + id)).exchange();
    }

    /// Outside the scope and not there: the same word for word.
    @Test
    void nothingIsToldOfOrganisationsOutside() {
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\nC9,第九党委,committee,ROOT\nB9,第九支部,branch,C9\n").exchange();
        String outside = TOKENS.of("sun", "officer@C9", "clerk@C1");
        String there = body(post(outside, "/api/reminders", asked("话", "B1"), campaign + "a"));
        String nowhere = body(post(outside, "/api/reminders", asked("话", "NOWHERE"), campaign + "b"));
        assertThat(there.replace("B1", "NOWHERE")).isEqualTo(nowhere).contains("unknown");
        problem(post(zhang, "/api/reminders", asked("话", "B1"), campaign + "c"), 403, "forbidden");
        problem(post("", "/api/reminders", asked("话", "B1"), campaign + "d"), 401, "unauthenticated");
        problem(post(officer, "/api/reminders", asked("话", "B1"), ""), 400, "idempotency-key-missing");
        assertThat(outcomes(officer, "e", asked("话", "B1"))).containsExactly("reminded");
        String alien = TOKENS.of("zhou", "officer@C9");
        String known = body(get(alien, "/api/notices?organization=B1"), 404);
        assertThat(known.replace("B1", "NOWHERE")).isEqualTo(body(get(alien, "/api/notices?organization=NOWHERE"), 404));
        problem(get(neighbour, "/api/notices?organization=B1"), 404, "organization-unknown");
        assertThat(notices(TOKENS.of("li", "clerk@C1"), "B1")).hasSize(1);
        problem(get(alien, "/api/organizations/B1/address"), 404, "organization-unknown");
        problem(put(alien, "x@y.cn"), 404, "organization-unknown");
        problem(put(zhang, "x@y.cn"), 403, "forbidden");
        problem(put(chen, "x@y.cn\nBcc: z@y.cn"), 400, "invalid-field");
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec put(String token, String address) {
        return client(token).put().uri("/api/organizations/B1/address").header("Content-Type", "application/json")
                .bodyValue(Map.of("address", address)).exchange();
    }

    @Test
    void itGoesOutByWebhookAndByMail() throws Exception {
        put(chen, MAIL).expectStatus().isNoContent();
        assertThat(json(get(zhang, "/api/organizations/B1/address")).at("/address").asString()).isEqualTo(MAIL);
        assertThat(outcomes(officer, "1", asked("请于本周报送", "B1"))).containsExactly("reminded");
        Received received = awaitHook();
        assertThat(received.signature())
                .isEqualTo(WebhookSignature.of(SECRET, received.id(), Long.parseLong(received.timestamp()), received.body()));
        JsonNode event = JsonMapper.shared().readTree(received.body());
        assertThat(event.at("/type").asString()).isEqualTo("cn.guidang.reminder.v1");
        assertThat(event.at("/data/organization/name").asString()).isEqualTo("第一支部");
        assertThat(event.at("/data/documents/0/due").asString()).isEqualTo("2099-12-31");
        assertThat(new String(received.body(), StandardCharsets.UTF_8)).doesNotContain("wang");
        String mail = awaitMail();
        assertThat(mail).contains("【催报】第一支部", "班子对照检查材料", "请于本周报送", "2099-12-31").doesNotContain("wang");
        client(chen).delete().uri("/api/organizations/B1/address").exchange().expectStatus().isNoContent();
        assertThat(json(get(zhang, "/api/organizations/B1/address")).has("address")).isFalse();
    }

    /// Another test's may come first.
    private Received awaitHook() throws InterruptedException {
        while (true) {
            Received next = Objects.requireNonNull(RECEIVED.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no webhook came");
            if (new String(next.body(), StandardCharsets.UTF_8).contains("\"" + campaign + "\"")) {
                return next;
            }
        }
    }

    private static String awaitMail() throws MessagingException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
                store.connect("127.0.0.1", IMAP, MAIL, MAIL);
                Folder inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                if (inbox.getMessageCount() > 0) {
                    Message message = inbox.getMessage(1);
                    assertThat(message.getFrom()[0]).hasToString("archive@guidang.test");
                    return message.getSubject() + "\n" + message.getContent();
                }
            } catch (MessagingException e) {
                // not up yet, or nothing has come for it
            }
            LockSupport.parkNanos(200_000_000);
        }
        throw new AssertionError("no mail came");
    }
}
