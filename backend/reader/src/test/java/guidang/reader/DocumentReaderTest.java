package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Request;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    private static final String TITLE = "肃清流毒影响专题组织生活会对照检查材料";
    private static final int LIMIT = 1_000_000;

    private final DocumentReader reader = new DocumentReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"txt", "docx", "pdf", "ofd"})
    void readsTheSample(String extension) throws IOException {
        Reading reading = read("report." + extension, Files.readAllBytes(Fixtures.sample(extension)));
        assertThat(reading.title()).isEqualTo(TITLE);
        assertThat(words(reading.text())).isEqualTo(words(Fixtures.sample()));
        assertThat(reading.text()).contains("组织生活会", "“四风”", "稻草人", "橡皮筋", "廉").doesNotContain("\r", "\uFEFF");
        assertThat(reading.text().lines()).contains("一、存在的主要问题", "三、具体整改措施和今后努力方向");
    }

    @Test
    void countsThePagesOfAPdf() {
        assertThat(read("a.pdf", Fixtures.pdf(Fixtures.sample(), "")).pages()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8,false", "GB18030,GB18030,true", "UTF-16LE,UTF-16LE,true", "UTF-16BE,UTF-16BE,true"})
    void tellsEncodingsApart(String charset, String encoding, boolean guessed) {
        Reading reading = read("a.txt", Fixtures.sample().getBytes(Charset.forName(charset)));
        assertThat(reading.text()).isEqualTo(Fixtures.sample());
        assertThat(reading.properties()).containsEntry("encoding", encoding);
        assertThat(reading.properties().containsKey("encodingGuessed")).isEqualTo(guessed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void believesAByteOrderMark(String charset) {
        Reading reading = read("a.txt", ("\uFEFF" + Fixtures.sample()).getBytes(Charset.forName(charset)));
        assertThat(reading.text()).isEqualTo(Fixtures.sample());
        assertThat(reading.properties()).containsEntry("encoding", charset).doesNotContainKey("encodingGuessed");
    }

    @Test
    void endsLinesWithALineFeed() {
        assertThat(read("a.txt", "甲\r\n乙\r丙\n".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("甲\n乙\n丙\n");
    }

    @Test
    void readsShortChineseTextOfAnyEncoding() {
        assertThat(read("a.txt", "整改方案\n".getBytes(Charset.forName("GB18030"))).text()).isEqualTo("整改方案\n");
        assertThat(read("a.txt", "整改方案\n".getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo("整改方案\n");
    }

    @Test
    void decidesByTheBytes() {
        byte[] docx = Fixtures.docxOf("方案");
        assertThat(refused("a.pdf", docx)).isEqualTo(Reason.CONTRADICTS);
        assertThat(refused("a.txt", docx)).isEqualTo(Reason.CONTRADICTS);
        assertThat(refused("a.docx", "文字".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.CONTRADICTS);
        assertThat(refused("a.docx", Fixtures.pdf("文件", ""))).isEqualTo(Reason.CONTRADICTS);
        assertThat(read("方案", docx).mediaType()).endsWith("wordprocessingml.document");
        assertThat(read("方案.最终稿", docx).text()).isEqualTo("方案\n");
    }

    @Test
    void refusesWhatItDoesNotRead() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        assertThat(refused("a.png", png)).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refused("a.bin", new byte[300])).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refused("a.mht", "MIME-Version: 1.0\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void refusesWhatWantsAPassword() {
        assertThat(refused("a.docx", Fixtures.encryptedDocx(Fixtures.docxOf("文字")))).isEqualTo(Reason.ENCRYPTED);
        assertThat(refused("a.pdf", Fixtures.pdf("文件", "secret"))).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void refusesWhatIsBroken() {
        byte[] docx = Fixtures.docxOf(Fixtures.sample());
        assertThat(refused("a.docx", java.util.Arrays.copyOf(docx, docx.length / 2))).isEqualTo(Reason.UNREADABLE);
        assertThat(refused("a.docx", Fixtures.docx("<w:p><w:r></w:p>"))).isEqualTo(Reason.UNREADABLE);
        byte[] pdf = Fixtures.pdf("文件", "");
        assertThat(refused("a.pdf", java.util.Arrays.copyOf(pdf, 200))).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void refusesWhatExplodes() {
        assertThat(refused("a.docx", Fixtures.bomb(64 << 20))).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.docx", Fixtures.entities())).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.txt", "a".repeat(LIMIT + 1).getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.docx", Fixtures.docxOf("字".repeat(LIMIT + 1)))).isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    void survivesDeepNesting() {
        assertThat(answer("a.docx", Fixtures.deep(20_000))).isNotNull();
    }

    @Test
    void findsTheTextOfAPdfWhoseTableOfObjectsIsBroken() {
        String pdf = new String(Fixtures.pdf("文件", ""), StandardCharsets.ISO_8859_1).replaceAll("startxref\\s+\\d+",
                "startxref\n7");
        assertThat(read("a.pdf", pdf.getBytes(StandardCharsets.ISO_8859_1)).text()).isEqualTo("文件\n");
    }

    private static String words(String text) {
        return text.replaceAll("\\s", "");
    }

    private Reading read(String name, byte[] bytes) {
        return (Reading) assertThat(answer(name, bytes)).isInstanceOf(Reading.class).actual();
    }

    private Reason refused(String name, byte[] bytes) {
        return ((Refused) assertThat(answer(name, bytes)).isInstanceOf(Refused.class).actual()).reason();
    }

    private Answer answer(String name, byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("file"), bytes);
            Answer answer = reader.read(new Request(file.toString(), name, LIMIT));
            return Answer.parse(answer.frame());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
