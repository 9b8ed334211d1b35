package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import guidang.server.kernel.Digests;
import guidang.server.objects.Payload;
import io.netty.util.ResourceLeakDetector;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uploads in parts over HTTP, and evidence through the gate.
@SpringBootTest(classes = UploadIT.Rooms.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "guidang.inspection.upload-limit=8MB", "guidang.inspection.evidence-limit=64MB", "guidang.inspection.children=1"})
@ExtendWith(OutputCaptureExtension.class)
class ResumableIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LIFE = Duration.ofDays(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Value("${local.server.port}")
    int port;

    @Autowired
    Resumables resumables;
    @Autowired
    PartStore parts;

    private TusClient client;
    private TusClient other;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        UploadServer.settings(registry);
    }

    @BeforeEach
    void connect() {
        AtomicReference<URI> server = new AtomicReference<>(URI.create("http://127.0.0.1:" + port));
        client = new TusClient(server, UploadServer.token("zhang"));
        other = new TusClient(server, UploadServer.token("li"));
    }

    @Test
    void saysWhatItSpeaks() throws Exception {
        var answer = TusClient.send(client.request(TusClient.PATH).method("OPTIONS", BodyPublishers.noBody())).headers();
        assertThat(answer.firstValue("Tus-Version")).hasValue("1.0.0");
        assertThat(answer.firstValue("Tus-Extension")).hasValue("creation,creation-with-upload,termination,expiration");
        assertThat(answer.firstValueAsLong("Tus-Max-Size")).hasValue(64 << 20);
    }

    @Test
    void becomesWhatItWouldHaveBecomeAtOnce() throws Exception {
        byte[] bytes = Poison.sample("docx");
        String upload = client.create("对照检查材料.docx", bytes.length, "report");
        assertThat(client.offset(upload)).isZero();
        assertThat(client.patch(upload, 0, BodyPublishers.ofByteArray(bytes, 0, 1_000)).statusCode()).isEqualTo(204);
        HttpResponse<String> early = client.finish(upload);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(code(early)).isEqualTo("upload-incomplete");
        assertThat(client.offset(upload)).isEqualTo(1_000);
        assertThat(client.patch(upload, bytes, 1_000).headers().firstValueAsLong("Upload-Offset")).hasValue(bytes.length);
        JsonNode whole = finished(upload);
        assertThat(whole.at("/sha256").asString()).isEqualTo(Digests.hex(bytes));
        assertThat(whole.at("/title").asString()).isEqualTo("肃清流毒影响专题组织生活会对照检查材料");
        assertThat(upload).endsWith(whole.at("/id").asString());
        assertThat(finished(upload)).as("asked for again").isEqualTo(whole);
        assertThat(client.head(upload).statusCode()).isEqualTo(404);
        assertThat(partsOf(upload)).isEmpty();
        var get = TusClient.send(client.request("/api/uploads/" + whole.at("/id").asString()).GET());
        assertThat(JSON.readTree(get.body())).isEqualTo(whole);
    }

    @BeforeAll
    static void watchBuffers() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    /// It would slow whatever runs later in this process.
    @AfterAll
    static void watchBuffersNoMore() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    }

    @Test
    void goesOnWhereTheConnectionBroke(CapturedOutput output) throws Exception {
        byte[] bytes = Poison.docx("佐证", 32 << 20);
        String upload = client.create("佐证.docx", bytes.length, "evidence");
        for (int cut = 10 << 20; client.offset(upload) < 30 << 20; cut += 10 << 20) {
            int from = (int) client.offset(upload);
            int to = cut;
            assertThatIOException().isThrownBy(() -> client.patch(upload, from, TusClient.broken(bytes, from, to)));
            await().atMost(PATIENCE).until(() -> client.offset(upload) > from);
        }
        assertThat(client.patch(upload, bytes, client.offset(upload)).statusCode()).isEqualTo(204);
        JsonNode whole = finished(upload);
        assertThat(whole.at("/sha256").asString()).isEqualTo(Digests.hex(bytes));
        assertThat(whole.at("/characters").asInt()).as("no word of evidence is kept").isZero();
        assertThat(whole.at("/excerpt").asString()).isEmpty();
        await().atMost(PATIENCE).until(() -> spooled() == 0);
        UploadIT.collect();
        assertThat(output.getAll()).doesNotContain("LEAK");
    }

    @Test
    void keepsToTheProtocol() throws Exception {
        String upload = client.create("a.txt", 6, "report");
        refused(TusClient.send(client.creation("a.txt", (8 << 20) + 1, "report")), 413, "file-too-large");
        refused(TusClient.send(client.creation("a.txt", 0, "report")), 422, "file-empty");
        refused(TusClient.send(client.creation("a.txt", 6, "else")), 400, "invalid-field");
        refused(TusClient.send(client.creation("../a.txt", 6, "report")), 400, "invalid-field");
        refused(TusClient.send(client.request(TusClient.PATH).POST(BodyPublishers.noBody())), 400, "invalid-field");
        HttpResponse<String> old = TusClient
                .send(client.patching(upload, 0, BodyPublishers.ofString("abc")).setHeader("Tus-Resumable", "0.2.2"));
        refused(old, 412, "tus-version");
        assertThat(old.headers().firstValue("Tus-Version")).hasValue("1.0.0");
        refused(TusClient
                .send(client.patching(upload, 0, BodyPublishers.ofString("abc")).setHeader("Content-Type", "text/plain")),
                415, "unsupported-media-type");
        HttpResponse<String> gap = client.patch(upload, 3, BodyPublishers.ofString("abc"));
        refused(gap, 409, "upload-offset");
        assertThat(JSON.readTree(gap.body()).at("/offset").asInt()).isZero();
        refused(client.patch(upload, 0, BodyPublishers.ofString("abcdefg")), 413, "file-too-large");
        refused(other.patch(upload, 0, BodyPublishers.ofString("abc")), 404, "upload-not-found");
        refused(other.finish(upload), 404, "upload-not-found");
        var override = client.request(upload).POST(BodyPublishers.ofString("abc")).header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", "0").header("Content-Type", "application/offset+octet-stream");
        assertThat(TusClient.send(override).statusCode()).isEqualTo(204);
        assertThat(client.offset(upload)).isEqualTo(3);
        assertThat(TusClient.send(client.request(upload).DELETE()).statusCode()).isEqualTo(204);
        refused(TusClient.send(client.request(upload).DELETE()), 404, "upload-not-found");
        refused(client.finish(upload), 404, "upload-not-found");
        assertThat(partsOf(upload)).isEmpty();
    }

    @Test
    void takesTheFirstPartWithTheCreation() throws Exception {
        var creation = client.creation("a.txt", 6, "report").POST(BodyPublishers.ofString("方")).header("Content-Type",
                "application/offset+octet-stream");
        HttpResponse<String> begun = TusClient.send(creation);
        assertThat(begun.headers().firstValueAsLong("Upload-Offset")).hasValue(3);
        assertThat(expires(begun)).isCloseTo(Instant.now().plus(LIFE), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void livesForSoLongAfterItsLastByte() throws Exception {
        String upload = client.create("a.txt", 9, "report");
        client.patch(upload, 0, BodyPublishers.ofString("abc"));
        age(upload, LIFE.minus(Duration.ofHours(1)));
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        assertThat(expires(client.head(upload))).isCloseTo(soon, within(1, ChronoUnit.MINUTES));
        assertThat(expires(client.patch(upload, 3, BodyPublishers.noBody()))).as("nothing came")
                .isCloseTo(soon, within(1, ChronoUnit.MINUTES));
        HttpResponse<String> prolonged = client.patch(upload, 3, BodyPublishers.ofString("def"));
        assertThat(expires(prolonged)).isCloseTo(Instant.now().plus(LIFE), within(1, ChronoUnit.MINUTES));
        assertThat(expires(client.head(upload))).isCloseTo(expires(prolonged), within(1, ChronoUnit.SECONDS));
        age(upload, LIFE.plus(Duration.ofMinutes(30)));
        assertThat(client.head(upload).statusCode()).isEqualTo(410);
        refused(client.patch(upload, 6, BodyPublishers.ofString("ghi")), 410, "upload-expired");
        refused(client.finish(upload), 410, "upload-expired");
    }

    /// A byte that came late prolongs; what was begun just in time is let to
    /// its end.
    @Test
    void removesWhatNobodyWentOnWith() throws Exception {
        UploadId id = UploadId.create(Instant.now().minus(LIFE).minus(Duration.ofHours(3)));
        String upload = TusClient.PATH + "/" + id.value();
        Creation creation = Creation.of(id, new Sender("zhang", null), FileName.of("a.txt"), 9, Purpose.REPORT);
        StepVerifier.create(parts.create(id, creation).then(parts.put(id, 0, Payload.of(new byte[3])))).verifyComplete();
        sweeps(0);
        assertThat(client.offset(upload)).isEqualTo(3);
        age(upload, LIFE.plus(Duration.ofMinutes(30)));
        sweeps(0);
        assertThat(partsOf(upload)).hasSize(2);
        age(upload, LIFE.plus(Duration.ofHours(2)));
        sweeps(1);
        assertThat(partsOf(upload)).isEmpty();
        refused(client.patch(upload, 3, BodyPublishers.ofString("ghi")), 404, "upload-not-found");
    }

    private void sweeps(long uploads) {
        StepVerifier.create(resumables.expire()).expectNext(uploads).expectComplete().verify(PATIENCE);
    }

    /// As if all that arrived had done so by so much sooner.
    private static void age(String upload, Duration by) throws IOException {
        FileTime time = FileTime.from(Instant.now().minus(by));
        for (Path part : partsOf(upload).filter(file -> file.toString().contains("/parts/")).toList()) {
            Files.setLastModifiedTime(part, time);
        }
    }

    private static Instant expires(HttpResponse<String> answer) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer.headers().firstValue("Upload-Expires").orElseThrow(),
                Instant::from);
    }

    /// An id tells its own time: one of long ago has expired, whether it was
    /// or not.
    @Test
    void tellsWhatHasExpired() throws Exception {
        String old = TusClient.PATH + "/" + UploadId.create(Instant.parse("2026-01-01T00:00:00Z")).value();
        refused(client.patch(old, 0, BodyPublishers.ofString("a")), 410, "upload-expired");
    }

    @Test
    void forgetsWhatIsClassified() throws Exception {
        refused(TusClient.send(client.creation("机密★1年.pdf", 6, "evidence")), 422, "file-classified");
        byte[] marked = "秘密★1年\n整改方案\n".getBytes(StandardCharsets.UTF_8);
        for (String purpose : new String[]{"report", "evidence"}) {
            String upload = client.create("a.txt", marked.length, purpose);
            client.patch(upload, marked, 0);
            refused(client.finish(upload), 422, "file-classified");
            assertThat(partsOf(upload)).isEmpty();
            refused(client.finish(upload), 404, "upload-not-found");
        }
    }

    @Test
    void refusesAVirusHoweverItComes() throws Exception {
        refused(post("a.txt", "evidence", FakeClamd.eicar()), 422, "file-infected");
        String upload = client.create("a.txt", FakeClamd.eicar().length, "evidence");
        client.patch(upload, 0, BodyPublishers.ofByteArray(FakeClamd.eicar(), 0, 20));
        client.patch(upload, FakeClamd.eicar(), 20);
        refused(client.finish(upload), 422, "file-infected");
        assertThat(partsOf(upload)).isEmpty();
    }

    @Test
    void takesPicturesAsEvidenceOnly() throws Exception {
        byte[] jpeg = picture("jpeg");
        HttpResponse<String> taken = post("会议.jpg", "evidence", jpeg);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        JsonNode view = JSON.readTree(taken.body());
        assertThat(view.at("/preview").asBoolean()).isTrue();
        assertThat(view.at("/purpose").asString()).isEqualTo("evidence");
        Path preview = UploadServer.FOLDER.resolve("work/staging").resolve(view.at("/id").asString()).resolve("preview.jpg");
        assertThat(Files.readAllBytes(preview)).startsWith(0xff, 0xd8, 0xff);
        refused(post("会议.jpg", "report", jpeg), 422, "file-type-unsupported");
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        refused(post("IMG_1.HEIC", "evidence", heic), 422, "file-heic");
        refused(post("a.zip", "evidence", "PK\5\6".concat("\0".repeat(18)).getBytes(StandardCharsets.ISO_8859_1)), 422,
                "evidence-type-unsupported");
    }

    /// A picture that can't be decoded costs its preview, and a bomb itself.
    @Test
    void doesWithoutAPreview() throws Exception {
        byte[] broken = picture("png");
        int data = new String(broken, StandardCharsets.ISO_8859_1).indexOf("IDAT");
        Arrays.fill(broken, data + 4, broken.length, (byte) 0xff);
        HttpResponse<String> taken = post("a.png", "evidence", broken);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(JSON.readTree(taken.body()).at("/preview").asBoolean()).isFalse();
        byte[] bomb = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAIAAAAPsOIV");
        assertThat(code(post("a.png", "evidence", bomb))).isEqualTo("file-too-complex");
    }

    private HttpResponse<String> post(String name, String purpose, byte[] bytes) throws Exception {
        return TusClient.send(client.request("/api/uploads?purpose=" + purpose + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8)).POST(BodyPublishers.ofByteArray(bytes)));
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), format, out)).isTrue();
        return out.toByteArray();
    }

    private JsonNode finished(String upload) throws Exception {
        HttpResponse<String> answer = client.finish(upload);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/code").asString();
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    /// What lies of an upload that was not made one.
    private static Stream<Path> partsOf(String upload) throws IOException {
        Path folder = UploadServer.FOLDER.resolve("work/staging").resolve(upload.substring(upload.lastIndexOf('/') + 1));
        return (Files.exists(folder) ? files(folder) : Stream.<Path>empty())
                .filter(file -> file.toString().contains("/parts/") || file.endsWith("resumable.json"));
    }

    private static long spooled() {
        return files(UploadServer.FOLDER.resolve("spool")).filter(file -> !file.toString().contains("/reader-")).count();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
