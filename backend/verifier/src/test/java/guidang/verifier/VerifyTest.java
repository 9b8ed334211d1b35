package guidang.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    @TempDir
    private Path folder;
    private KeyPair pair;
    private String key;
    private String record;
    private String receipt;
    private Path file;

    /// A log of two records, the second of which names the file: built here from
    /// the standards alone.
    @BeforeEach
    void filed() throws GeneralSecurityException, IOException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = key("example.org/log", pair);
        file = Files.writeString(folder.resolve("report.txt"), "一份报告");
        record = "{\"format\":1,\"data\":{\"files\":[{\"sha256\":\""
                + HexFormat.of().formatHex(sha256(Files.readAllBytes(file))) + "\"}]}}";
        byte[] first = sha256(join(new byte[1], "first".getBytes(StandardCharsets.UTF_8)));
        byte[] root = sha256(join(new byte[]{1}, first, sha256(join(new byte[1], record.getBytes(StandardCharsets.UTF_8)))));
        String body = "example.org/log\n2\n" + base64(root) + "\n";
        receipt = "{\"format\":1,\"origin\":\"example.org/log\",\"record\":" + quoted(record) + ",\"leafIndex\":1,\"treeSize\":2,"
                + "\"proof\":[\"" + base64(first) + "\"],\"checkpoint\":" + quoted(signed(body)) + "}";
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static byte[] typed(KeyPair pair) {
        byte[] x509 = pair.getPublic().getEncoded();
        return join(new byte[]{1}, Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    }

    private static byte[] id(String name, KeyPair pair) throws GeneralSecurityException {
        return Arrays.copyOf(sha256(join((name + "\n").getBytes(StandardCharsets.UTF_8), typed(pair))), 4);
    }

    private static String key(String name, KeyPair pair) throws GeneralSecurityException {
        return name + "+" + HexFormat.of().formatHex(id(name, pair)) + "+" + base64(typed(pair));
    }

    private String signed(String body) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(body.getBytes(StandardCharsets.UTF_8));
        return body + "\n— example.org/log " + base64(join(id("example.org/log", pair), signer.sign())) + "\n";
    }

    private record Answer(int exit, String text) {}

    private Answer verify(String language) throws IOException {
        Path path = Files.writeString(folder.resolve("receipt.json"), receipt);
        return run("--receipt", path.toString(), "--file", file.toString(), "--key", key, "--lang", language);
    }

    private static Answer run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8));
    }

    private void exits(Verdict verdict) throws IOException {
        Answer answer = verify("en");
        assertThat(answer.exit()).as(answer.text()).isEqualTo(verdict.exit());
        assertThat(answer.text()).contains("✗");
    }

    @Test
    void aReceiptProvesItsFile() throws IOException {
        assertThat(verify("en")).satisfies(a -> assertThat(a.exit()).as(a.text()).isZero())
                .satisfies(a -> assertThat(a.text()).contains("proven").doesNotContain("✗"));
        assertThat(verify("zh-CN").text()).contains("证明成立").contains("包含证明成立");
    }

    @Test
    void theKeyMayLieInAFile() throws IOException {
        Path path = Files.writeString(folder.resolve("receipt.json"), receipt);
        Path keyFile = Files.writeString(folder.resolve("key"), key + "\n");
        assertThat(run("--receipt", path.toString(), "--key-file", keyFile.toString()).exit()).isZero();
    }

    @Test
    void aChangedFileIsNotTheOneThatWasFiled() throws IOException {
        Files.writeString(file, "另一份报告");
        exits(Verdict.FILE_NOT_NAMED);
    }

    @Test
    void aChangedRecordIsNotInTheLog() throws IOException {
        receipt = receipt.replace("\\\"format\\\":1,", "\\\"format\\\":1,\\\"version\\\":2,");
        exits(Verdict.NOT_INCLUDED);
    }

    @Test
    void aChangedProofDoesNotLead() throws IOException {
        receipt = receipt.replace("\"proof\":[", "\"proof\":[\"" + base64(new byte[32]) + "\",");
        exits(Verdict.NOT_INCLUDED);
        receipt = receipt.replaceAll("\"proof\":\\[[^]]*]", "\"proof\":[]");
        exits(Verdict.NOT_INCLUDED);
    }

    @Test
    void aChangedIndexDoesNotLead() throws IOException {
        receipt = receipt.replace("\"leafIndex\":1", "\"leafIndex\":0");
        exits(Verdict.NOT_INCLUDED);
        receipt = receipt.replace("\"leafIndex\":0", "\"leafIndex\":2");
        exits(Verdict.NOT_INCLUDED);
    }

    @Test
    void aChangedCheckpointIsNotSigned() throws IOException {
        receipt = receipt.replace("log\\n2\\n", "log\\n3\\n");
        exits(Verdict.NOT_SIGNED);
    }

    @Test
    void anotherSizeIsAnotherCheckpoint() throws IOException {
        receipt = receipt.replace("\"treeSize\":2", "\"treeSize\":4");
        exits(Verdict.ANOTHER_CHECKPOINT);
    }

    @Test
    void anotherKeyDoesNotVouch() throws IOException, GeneralSecurityException {
        key = key("example.org/log", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        exits(Verdict.NOT_SIGNED);
    }

    @Test
    void aMistypedKeyIsSaidSo() throws IOException {
        key = key.replaceFirst("\\+[0-9a-f]", "+x");
        exits(Verdict.MALFORMED_KEY);
    }

    @Test
    void whatIsNoReceiptIsSaidSo() throws IOException {
        for (String text : new String[]{"", "[]", "{\"format\":2}", "{\"format\":1,\"format\":1}", "{\"format\":1}",
                "[".repeat(100_000), receipt + "x", receipt.replace("\"treeSize\":2", "\"treeSize\":1e3000")}) {
            receipt = text;
            exits(Verdict.MALFORMED_RECEIPT);
        }
    }

    @Test
    void aWrongCommandLineIsSaidSo() {
        assertThat(run("--receipt").exit()).isEqualTo(Verdict.USAGE.exit());
        assertThat(run("--nonsense", "x").exit()).isEqualTo(Verdict.USAGE.exit());
        assertThat(run("--receipt", "missing.json", "--key", key).exit()).isEqualTo(Verdict.UNREADABLE.exit());
    }
}
