package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.pictures.Pictures;
import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Request;
import guidang.reader.protocol.Request.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may come in as evidence, and that no word of it is told.
class EvidenceTest {
    private static final String MARKED = "机密★1年";

    private final DocumentReader reader = new DocumentReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"jpeg,image/jpeg", "png,image/png", "gif,image/gif", "bmp,image/bmp", "tiff,image/tiff"})
    void takesPictures(String format, String mediaType) {
        assertThat(taken("a." + format, Pictures.picture(format, 64, 48)).mediaType()).isEqualTo(mediaType);
        assertThat(preview(Pictures.picture(format, 64, 48))).isNotEmpty();
    }

    @Test
    void takesWebp() {
        assertThat(taken("a.webp", Pictures.webp()).mediaType()).isEqualTo("image/webp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "docx", "pdf", "ofd"})
    void takesDocumentsAndTellsNoWordOfThem(String extension) throws IOException {
        Reading reading = taken("签到表." + extension, Files.readAllBytes(Fixtures.sample(extension)));
        assertThat(reading.text()).isEmpty();
        assertThat(reading.title()).isNull();
        assertThat(reading.properties()).isEmpty();
        assertThat(reading.structure().items()).isEmpty();
    }

    @Test
    void takesWorkbooksAndSlides() {
        assertThat(taken("a.xlsx", xlsx("签到", "")).mediaType()).endsWith("sheet");
        assertThat(taken("a.pptx", pptx("学习", "")).mediaType()).endsWith("presentation");
        assertThat(taken("a.xls", xls("签到", "")).mediaType()).isEqualTo("application/vnd.ms-excel");
        assertThat(taken("a.et", xls("签到", "")).mediaType()).isEqualTo("application/vnd.ms-excel");
        assertThat(taken("a.ppt", ppt("学习")).mediaType()).isEqualTo("application/vnd.ms-powerpoint");
    }

    @Test
    void refusesWhatIsMarkedWhereverMarkingsStand() {
        assertThat(refused("a.xlsx", xlsx(MARKED, ""))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.xlsx", xlsx("签到", "&L&\"宋体,常规\"&10" + MARKED))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.xls", xls(MARKED, ""))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.xls", xls("签到", "&R&12" + MARKED))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.pptx", pptx(MARKED, ""))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.pptx", pptx("学习", MARKED))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.ppt", ppt(MARKED))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.pdf", Fixtures.pdf("机密\n整改措施", ""))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.txt", (MARKED + "\n").getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused(MARKED + ".png", Pictures.picture("png", 4, 4))).isEqualTo(Reason.CLASSIFIED);
    }

    @Test
    void tellsThatItIsForInternalUse() {
        assertThat(taken("内部资料.png", Pictures.picture("png", 4, 4)).properties()).containsEntry("marking", "internal");
    }

    @Test
    void refusesWhatCannotBeKept() {
        assertThat(refused("a.docx", Fixtures.encryptedDocx(Fixtures.docxOf("文字")))).isEqualTo(Reason.ENCRYPTED);
        assertThat(refused("a.png", Pictures.picture("gif", 4, 4))).isEqualTo(Reason.CONTRADICTS);
        assertThat(refused("a.png", Pictures.bomb(60_000, 60_000))).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.zip", new Zips().with("a", "b").bytes())).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refused("a.jpg", new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0})).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMG_1.HEIC", "IMG_1.jpg"})
    void namesHeic(String name) {
        Answer answer = ask(Task.EVIDENCE, name, "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer).isInstanceOfSatisfying(Refused.class, no -> assertThat(no.mediaType()).isEqualTo("image/heic"));
    }

    @Test
    void paintsTheFirstPageOfAPdf() {
        assertThat(preview(Fixtures.pdf("整改措施", ""))).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void paintsNothingElse() {
        assertThat(preview(Fixtures.docxOf("方案"))).isEmpty();
    }

    /// A report's files are what they were.
    @Test
    void takesNoPicturesAsReports() {
        assertThat(ask(Task.REPORT, "a.png", Pictures.picture("png", 4, 4)))
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    private Reading taken(String name, byte[] bytes) {
        Answer answer = ask(Task.EVIDENCE, name, bytes);
        assertThat(answer).as(name).isInstanceOf(Reading.class);
        return (Reading) answer;
    }

    private Reason refused(String name, byte[] bytes) {
        Answer answer = ask(Task.EVIDENCE, name, bytes);
        assertThat(answer).as(name).isInstanceOf(Refused.class);
        return ((Refused) answer).reason();
    }

    private byte[] preview(byte[] bytes) {
        Answer answer = ask(Task.PREVIEW, "a", bytes);
        assertThat(answer).isInstanceOf(Answer.Preview.class);
        return ((Answer.Preview) answer).jpeg();
    }

    private Answer ask(Task task, String name, byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("file"), bytes);
            return Answer.parse(reader.read(Request.parse(new Request(task, file.toString(), name, 1_000_000).frame())).frame());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] xlsx(String cell, String header) {
        return new Zips().with("[Content_Types].xml", "<Types>spreadsheetml.sheet.main+xml</Types>")
                .with("xl/workbook.xml", "<workbook><sheets><sheet name=\"表1\"/></sheets></workbook>")
                .with("xl/sharedStrings.xml", "<sst><si><t>序号</t></si><si><r><t>" + cell + "</t></r></si></sst>")
                .with("xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row><c t=\"s\"><v>1</v></c><c><v>3</v></c></row></sheetData><headerFooter><oddHeader>"
                                + header.replace("&", "&amp;") + "</oddHeader></headerFooter></worksheet>")
                .bytes();
    }

    private static byte[] pptx(String slide, String master) {
        String text = "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sld>";
        return new Zips().with("[Content_Types].xml", "<Types>presentationml.presentation.main+xml</Types>")
                .with("ppt/slides/slide1.xml", text.formatted(slide))
                .with("ppt/slideMasters/slideMaster1.xml", text.formatted(master)).bytes();
    }

    private static byte[] xls(String cell, String header) {
        try (HSSFWorkbook workbook = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            HSSFSheet sheet = workbook.createSheet("表1");
            sheet.createRow(0).createCell(0).setCellValue(cell);
            sheet.getHeader().setCenter(header.isEmpty() ? "" : header);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ppt(String words) {
        try (HSLFSlideShow show = new HSLFSlideShow(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            HSLFTextBox box = show.createSlide().createTextBox();
            box.setText(words);
            show.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
