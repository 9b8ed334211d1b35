package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.campaigns.AspectTemplates;
import java.time.Instant;
import guidang.server.campaigns.CampaignState;
import guidang.server.aspects.AspectMatcher;
import guidang.server.kernel.Code;
import guidang.server.objects.FileObjects;
import guidang.server.objects.ObjectStore;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Uploads over HTTP: what is read, what is refused, and that nothing
/// else suffers.
@SpringBootTest(classes = UploadIT.Rooms.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "guidang.inspection.upload-limit=8MB", "guidang.inspection.time-limit=3s", "guidang.inspection.heap=96MB",
        "guidang.inspection.children=1"})
@ExtendWith(OutputCaptureExtension.class)
class UploadIT {
    private static final int LIMIT = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CANARY = "金丝雀七四一";
    private static final String TITLE = "肃清流毒影响专题组织生活会对照检查材料";

    @Value("${local.server.port}")
    int port;

    private WebTestClient client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        UploadServer.settings(registry);
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

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer(new JdkClientHttpConnector()).baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .defaultHeader("Authorization", "Bearer " + UploadServer.token("zhang")).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "docx", "pdf", "ofd"})
    void readsTheSampleBack(String extension) throws NoSuchAlgorithmException {
        byte[] bytes = Poison.sample(extension);
        HexFormat hex = HexFormat.of();
        upload("对照检查材料." + extension, bytes).expectStatus().isCreated().expectBody().jsonPath("$.title").isEqualTo(TITLE)
                .jsonPath("$.name").isEqualTo("对照检查材料." + extension).jsonPath("$.size").isEqualTo(bytes.length)
                .jsonPath("$.sha256")
                .isEqualTo(hex.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))).jsonPath("$.sm3")
                .isEqualTo(hex.formatHex(new SM3.Digest().digest(bytes))).jsonPath("$.characters")
                .value(Integer.class, c -> assertThat(c).isBetween(3_300, 3_500)).jsonPath("$.warnings").isEmpty()
                .jsonPath("$.scan.outcome").isEqualTo("clean")
                .jsonPath("$.excerpt").value(String.class, e -> assertThat(e).startsWith(TITLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16LE", "UTF-16"})
    void readsChineseEncodings(String charset) {
        String id = created(
                upload("a.txt", new String(Poison.sample("txt"), StandardCharsets.UTF_8).getBytes(Charset.forName(charset))));
        client.get().uri("/api/uploads/{id}/text", id).exchange().expectHeader().contentType("text/plain;charset=UTF-8")
                .expectBody(String.class).value(text -> assertThat(text).contains("组织生活会", "“四风”", "稻草人", "橡皮筋"));
    }

    @Test
    void belongsToItsSender() {
        String id = created(upload("a.txt", "整改方案\n正文。\n".getBytes(StandardCharsets.UTF_8)));
        client.get().uri("/api/uploads/{id}", id).exchange().expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(id);
        WebTestClient other = client.mutate().defaultHeaders(h -> h.setBearerAuth(UploadServer.token("li"))).build();
        refused(other.get().uri("/api/uploads/{id}", id).exchange(), 404, "upload-not-found");
        refused(other.get().uri("/api/uploads/{id}/text", id).exchange(), 404, "upload-not-found");
        refused(other.delete().uri("/api/uploads/{id}", id).exchange(), 404, "upload-not-found");
        client.delete().uri("/api/uploads/{id}", id).exchange().expectStatus().isNoContent();
        refused(client.get().uri("/api/uploads/{id}", id).exchange(), 404, "upload-not-found");
        refused(client.get().uri("/api/uploads/{id}", "nonsense").exchange(), 404, "upload-not-found");
    }

    static Stream<Arguments> poisons() {
        byte[] docx = Poison.sample("docx");
        byte[] pdf = Poison.sample("pdf");
        return Stream.of(poison("empty.docx", "file-empty", () -> new byte[0]),
                poison("renamed.pdf", "file-type-contradicts", () -> docx),
                poison("renamed.docx", "file-type-contradicts", () -> pdf),
                poison("password.docx", "file-encrypted", () -> Poison.made("password.docx")),
                poison("password.pdf", "file-encrypted", () -> Poison.made("password.pdf")),
                poison("half.docx", "file-unreadable", () -> Arrays.copyOf(docx, docx.length / 2)),
                poison("cut.pdf", "file-unreadable", () -> Arrays.copyOf(pdf, 200)),
                poison("program.exe", "file-type-unsupported", () -> new byte[4_096]),
                poison("bomb.docx", "file-too-complex", () -> Poison.zipBomb(1_024)),
                poison("flood.docx", "file-too-complex", () -> Poison.flood(200)),
                poison("entities.docx", "file-too-complex", Poison::entityBomb),
                poison("endless.pdf", "file-too-complex", () -> Poison.endlessPdf(60)),
                poison("long.txt", "file-too-complex", () -> "字".repeat(1_000_001).getBytes(StandardCharsets.UTF_8)));
    }

    private static Arguments poison(String name, String code, Supplier<byte[]> bytes) {
        return Arguments.of(name, code, bytes);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("poisons")
    void aBadFileCostsItselfAndNothingElse(String name, String code, Supplier<byte[]> bytes) {
        long before = staged();
        refused(upload(name, bytes.get()), 422, code);
        assertThat(spooled()).isZero();
        assertThat(staged()).isEqualTo(before);
        upload("good.docx", Poison.sample("docx")).expectStatus().isCreated();
    }

    @Test
    void survivesDepth() {
        upload("deep.docx", Poison.deep(200_000)).expectBody().returnResult();
        upload("good.docx", Poison.sample("docx")).expectStatus().isCreated();
    }

    @Test
    void refusesTheTooLargeBeforeItComes() {
        ResponseSpec answer = upload("a.docx", new byte[LIMIT + 1]);
        refused(answer, 413, "file-too-large");
        assertThat(spooled()).isZero();
    }

    @Test
    void refusesTheTooLargeAsItComes() {
        refuseTooLarge();
    }

    private void refuseTooLarge() {
        ResponseSpec answer = client.post().uri(u -> u.path("/api/uploads").queryParam("name", "a.docx").build())
                .body(BodyInserters.fromDataBuffers(chunks(LIMIT / (64 << 10) + 1))).exchange();
        refused(answer, 413, "file-too-large");
        await().until(() -> spooled() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.docx", "a\nb.docx"})
    void refusesNamesThatAreNone(String name) {
        refused(upload(name, Poison.sample("docx")), 400, "invalid-field");
    }

    @Test
    void findsThatAScanHasNoText() {
        byte[] scan = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
        String id = created(upload("scan.pdf", scan));
        client.get().uri("/api/uploads/{id}", id).exchange().expectBody().jsonPath("$.pages").isEqualTo(1);
        client.get().uri("/api/uploads/{id}/structure", id).exchange().expectBody().jsonPath("$.findings[0].code")
                .isEqualTo("no-text");
    }

    @Test
    void refusesAVirus() {
        long before = staged();
        refused(upload("a.txt", FakeClamd.eicar()), 422, "file-infected");
        assertThat(staged()).isEqualTo(before);
        assertThat(spooled()).isZero();
    }

    static Stream<Arguments> classified() {
        String text = "秘密★1年\n整改方案" + CANARY + "\n正文" + CANARY + "。\n";
        return Stream.of(Arguments.of("机密★1年" + CANARY + ".txt", "整改方案" + CANARY), Arguments.of(CANARY + ".txt", text),
                Arguments.of(CANARY + ".html", "<html><p>" + text.replace("\n", "<p>")),
                Arguments.of(CANARY + ".rtf", "{\\rtf1\\ansi\\ansicpg65001{\\header 绝密★}" + CANARY + "}"));
    }

    /// Nothing of a classified file is kept, and nothing of it reaches a log.
    @ParameterizedTest
    @MethodSource("classified")
    void forgetsWhatIsClassified(String name, String content, CapturedOutput output) throws IOException {
        long before = staged();
        ResponseSpec answer = upload(name, content.getBytes(StandardCharsets.UTF_8));
        byte[] body = answer.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("file-classified")
                .jsonPath("$.action").value(String.class, action -> assertThat(action).contains("保密员")).returnResult()
                .getResponseBody();
        assertThat(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8)).doesNotContain(CANARY);
        assertThat(output.getAll()).doesNotContain(CANARY);
        await().until(() -> spooled() == 0);
        assertThat(staged()).isEqualTo(before);
        assertThat(filesWith(CANARY)).isEmpty();
    }

    /// What comes of it if the gate is not there: the search can see one.
    @Test
    void keepsWhatIsNotClassified() throws IOException {
        String id = created(upload("a.txt", ("整改方案" + CANARY).getBytes(StandardCharsets.UTF_8)));
        assertThat(filesWith(CANARY)).isNotEmpty();
        client.delete().uri("/api/uploads/{id}", id).exchange().expectStatus().isNoContent();
        assertThat(filesWith(CANARY)).isEmpty();
    }

    /// Of spool, staging and everything else that the server writes here.
    private static List<Path> filesWith(String words) throws IOException {
        try (Stream<Path> all = Files.walk(UploadServer.FOLDER)) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().contains(words) || contains(file, words))
                    .toList();
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void forgetsAnUploadThatBreaksOff() throws IOException {
        long before = staged();
        for (int i = 0; i < 3; i++) {
            breakOff();
        }
        await().atMost(PATIENCE).until(() -> spooled() == 0);
        assertThat(staged()).isEqualTo(before);
    }

    @Test
    void takesManyAtOnce() {
        Flux<String> answers = Flux.range(0, 16).flatMap(n -> post("报告" + n + ".docx", Poison.docx("方案" + n, 6 << 20)), 16);
        StepVerifier.create(answers.distinct().count()).expectNext(16L).expectComplete().verify(PATIENCE);
        assertThat(spooled()).isZero();
    }

    /// Three refusals and three broken uploads, as those are where buffers
    /// are lost.
    @Test
    void losesNoBuffer(CapturedOutput output) throws IOException {
        for (int i = 0; i < 3; i++) {
            refuseTooLarge();
            breakOff();
            upload("good.txt", "方案".getBytes(StandardCharsets.UTF_8)).expectStatus().isCreated();
        }
        await().atMost(PATIENCE).until(() -> spooled() == 0);
        collect();
        assertThat(output.getAll()).doesNotContain("LEAK");
        // The test can see one.
        await().atMost(PATIENCE).until(() -> {
            ByteBuf lost = PooledByteBufAllocator.DEFAULT.directBuffer(16);
            assertThat(lost.refCnt()).isOne();
            collect();
            return output.getAll().contains("LEAK");
        });
    }

    /// Makes a lost buffer be told of.
    static void collect() {
        for (int i = 0; i < 5; i++) {
            System.gc();
            PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
        }
    }

    private void breakOff() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/uploads?name=a.docx HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000\r\nAuthorization: Bearer "
                            + UploadServer.token("zhang") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1_000_000]);
            out.flush();
            await().atMost(PATIENCE).until(() -> spooled() > 0);
            socket.setSoLinger(true, 0);
        }
    }

    private Mono<String> post(String name, byte[] bytes) {
        return WebClient.builder().clientConnector(new JdkClientHttpConnector()).baseUrl("http://127.0.0.1:" + port).build()
                .post()
                .uri(u -> u.path("/api/uploads").queryParam("name", "{n}").build(name))
                .headers(h -> h.setBearerAuth(UploadServer.token("zhang"))).bodyValue(bytes).retrieve().bodyToMono(String.class);
    }

    private ResponseSpec upload(String name, byte[] bytes) {
        return client.post().uri(u -> u.path("/api/uploads").queryParam("name", "{name}").build(name)).bodyValue(bytes)
                .exchange();
    }

    private static String created(ResponseSpec answer) {
        Upload upload = answer.expectStatus().isCreated().expectBody(Upload.class).returnResult().getResponseBody();
        assertThat(upload).isNotNull();
        return Objects.requireNonNull(upload).id();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code).jsonPath("$.detail").isNotEmpty();
    }

    private static Flux<DataBuffer> chunks(int count) {
        return Flux.range(0, count).map(n -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[64 << 10]));
    }

    private static long staged() {
        return files(UploadServer.FOLDER.resolve("work").resolve("staging"));
    }

    /// Files in the spool, leaving out the reader's own folder.
    private static long spooled() {
        try (Stream<Path> folders = Files.list(UploadServer.FOLDER.resolve("spool"))) {
            return folders.mapToLong(folder -> countIn(folder)).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long countIn(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long files(Path folder) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({"guidang.server.access", "guidang.server.inspection"})
    @ComponentScan(basePackages = {"guidang.server.access", "guidang.server.web",
            "guidang.server.inspection"}, excludeFilters = @Filter(SpringBootConfiguration.class))
    static class Rooms {
        @Bean
        ObjectStore work() throws IOException {
            return FileObjects.work(UploadServer.FOLDER.resolve("work"));
        }

        @Bean
        OrganizationPaths paths() {
            return code -> Optional.of("ROOT/" + code + "/");
        }

        @Bean
        AspectTemplates templates() {
            return new AspectTemplates() {
                @Override
                public Mono<InForce> find(Code campaign) {
                    return Mono.empty();
                }

                @Override
                public Mono<InForce> find(Caller caller, Code campaign) {
                    return Mono.empty();
                }

                @Override
                public Mono<AspectMatcher> matcher(CampaignState.Template set) {
                    return Mono.empty();
                }

                @Override
                public Mono<InForce> at(Code campaign, Instant moment) {
                    return Mono.empty();
                }
            };
        }

        @Bean
        OrganizationNames names() {
            return codes -> Mono.just(Map.of());
        }
    }
}
