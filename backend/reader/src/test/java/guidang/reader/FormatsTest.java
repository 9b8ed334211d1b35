package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Request;
import guidang.reader.protocol.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The formats besides docx and plain text, through the reader's one door.
class FormatsTest {
    private static final int LIMIT = 1_000_000;
    private static final String RTF = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}";

    private final DocumentReader reader = new DocumentReader();

    @TempDir
    Path folder;

    @Test
    void readsTheSampleAsOfd() {
        Reading reading = read("a.ofd", Ofds.of(Fixtures.sample()));
        assertThat(reading.text().lines()).containsExactlyElementsOf(
                Fixtures.sample().lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
        assertThat(reading.mediaType()).isEqualTo("application/ofd");
        assertThat(reading.properties()).containsEntry("application", "WPS Office").containsEntry("created", "2026-08-27");
    }

    /// By the layout of ofdrw 2.3.6.
    @Test
    void readsTheSampleAsAnotherMakersOfd() throws IOException {
        Reading reading = read("a.ofd", Files.readAllBytes(Path.of("src", "test", "resources", "formats", "ofdrw.ofd")));
        assertThat(reading.text().lines()).containsExactlyElementsOf(
                Fixtures.sample().lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
        assertThat(reading.pages()).isEqualTo(5);
    }

    @Test
    void tellsWhereThePagesOfAnOfdBegin() {
        Reading reading = read("a.ofd", Ofds.of(Fixtures.sample()));
        assertThat(reading.pages()).isGreaterThan(4).isEqualTo(reading.pageStarts().size());
        assertThat(reading.pageStarts()).isSorted().startsWith(0);
        assertThat(reading.pageStarts().getLast()).isLessThan(reading.text().length());
    }

    @Test
    void readsPiecesOfTextInWhateverOrderTheyStand() {
        String pieces = code("B", 30, 20) + code("乙", 20, 30) + code("A", 20, 20) + code("甲", 20, 10);
        assertThat(read("a.ofd", ofd(pieces)).text()).isEqualTo("甲\nA\tB\n乙\n");
    }

    @Test
    void findsScansAmongOfds() {
        assertThat(read("a.ofd", ofd("<ofd:ImageObject ID=\"5\" ResourceID=\"7\"/>")).text()).isEmpty();
    }

    @Test
    void refusesOfdsThatAreBrokenLockedOrTooLarge() {
        byte[] ofd = Ofds.of("方案");
        assertThat(refused("a.ofd", Arrays.copyOf(ofd, ofd.length / 2))).isEqualTo(Reason.UNREADABLE);
        assertThat(refused("a.ofd", new Zips().with("OFD.xml", "<OFD><Doc").bytes())).isEqualTo(Reason.UNREADABLE);
        assertThat(refused("a.ofd", new Zips().with("OFD.xml", "<OFD/>").with("Encryptions.xml", "<E/>").bytes()))
                .isEqualTo(Reason.ENCRYPTED);
        assertThat(refused("a.ofd", ofd("<ofd:PageBlock>".repeat(2_000) + "</ofd:PageBlock>".repeat(2_000))))
                .isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.ofd", ofd(code("字".repeat(LIMIT + 1), 1, 1)))).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.ofd", ofd(" ".repeat(270 << 20)))).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.docx", ofd)).isEqualTo(Reason.CONTRADICTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
            "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>"})
    void fetchesNoEntities(String xml) {
        assertThat(refused("a.ofd", new Zips().with("OFD.xml", xml).bytes())).isEqualTo(Reason.UNREADABLE);
        assertThat(refused("a.odt", odt(xml))).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void dropsPageNumbersAndRunningHeadsOfPdfs() {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= 4; page++) {
            text.append("支部班子对照检查材料\n（").append("一二三四".charAt(page - 1)).append("）政治纪律方面\n");
            for (int line = 0; line < 21; line++) {
                text.append("具体表现为工作没有积极性").append("。".repeat(1 + (page * line) % 7)).append('\n');
            }
            text.append("- ").append(page).append(" -\n");
        }
        Reading reading = read("a.pdf", Fixtures.pdf(text.toString(), ""));
        assertThat(reading.text()).doesNotContain("-", "支部班子").contains("（三）政治纪律方面");
        assertThat(reading.pages()).isEqualTo(4);
    }

    @Test
    void readsOdts() {
        String body = """
                <text:h text:style-name="T" text:outline-level="1">对照检查材料</text:h>
                <text:p>前言<text:s text:c="2"/>两格<text:tab/>后<text:note><text:note-citation>1</text:note-citation>\
                <text:note-body><text:p>脚注。</text:p></text:note-body></text:note>。</text:p>
                <text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>
                <text:list text:style-name="L1"><text:list-item><text:p>第一条</text:p>\
                <text:list><text:list-item><text:p>小条</text:p></text:list-item></text:list></text:list-item>\
                <text:list-item><text:p>第二条</text:p><text:p>续段</text:p></text:list-item></text:list>
                <table:table><table:table-row><table:table-cell><text:p>序号</text:p></table:table-cell>\
                <table:table-cell><text:p>问题</text:p><text:p>表现</text:p></table:table-cell></table:table-row>\
                <table:table-row><table:covered-table-cell/><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row></table:table>
                <text:p>附<text:line-break/>注<office:annotation><text:p>批注</text:p></office:annotation></text:p>""";
        Reading reading = read("a.odt", odt(content(body)));
        assertThat(reading.text().lines()).containsExactly("对照检查材料", "前言  两格\t后。", "一、第一条", "（1）小条", "二、第二条", "续段", "序号\t问题 表现",
                "\t甲", "附", "注", "脚注。");
        assertThat(reading.mediaType()).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(reading.pages()).isEqualTo(3);
    }

    @Test
    void refusesLockedOdtsAndOtherOpenDocuments() {
        byte[] locked = new Zips().with("mimetype", "application/vnd.oasis.opendocument.text").with("META-INF/manifest.xml",
                "<manifest><file-entry><encryption-data/></file-entry></manifest>").with("content.xml", "?").bytes();
        assertThat(refused("a.odt", locked)).isEqualTo(Reason.ENCRYPTED);
        byte[] sheet = new Zips().with("mimetype", "application/vnd.oasis.opendocument.spreadsheet").with("content.xml", "<a/>")
                .bytes();
        assertThat(refused("a.ods", sheet)).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refused("a.odt", sheet)).isEqualTo(Reason.CONTRADICTS);
    }

    @Test
    void readsRtfs() {
        String body = "{\\info{\\title \\'b1\\'ea}{\\author \\'d5\\'c5}}{\\header 页眉\\par}{\\stylesheet{\\s1\\outlinelevel0 h;}}"
                + "\\pard\\qc\\u23545?\\u29031?\\'b2\\'c4\\'c1\\'cf\\par\\pard\\s1 {\\listtext\\pard\\f0 \\'d2\\'bb\\'a1\\'a2\\tab}"
                + "\\'ce\\'ca\\'cc\\'e2\\par\\pard{\\*\\unknown no}a\\f1 b\\{c\\f0{\\deleted x}{\\v y}\\line d\\par"
                + "\\trowd\\intbl 1\\cell \\'ce\\'ca\\par\\'cc\\'e2\\cell\\row\\pard{\\pict\\bin5 }}}}}}z{\\footnote n}\\par}";
        Reading reading = read("a.rtf", (RTF + body).getBytes(StandardCharsets.UTF_8));
        assertThat(reading.text().lines()).containsExactly("对照材料", "一、问题", "ab{c", "d", "1\t问 题", "z", "n");
        assertThat(reading.properties()).containsOnlyKeys("title").containsEntry("title", "标");
        assertThat(reading.mediaType()).isEqualTo("application/rtf");
    }

    @Test
    void readsTheSecondHalfOfACharacterThatLooksLikeALetter() {
        // 俢 is 82 65 in GBK, whose second byte is an e.
        byte[] half = (RTF + "\\f0 \\'82e\\'82\\'65}").getBytes(StandardCharsets.US_ASCII);
        String text = new String(new byte[]{(byte) 0x82, 0x65}, Charset.forName("GBK"));
        assertThat(read("a.rtf", half).text()).isEqualTo(text + text + "\n");
    }

    @Test
    void refusesRtfsThatAreTooDeepOrTooLong() {
        assertThat(refused("a.rtf", (RTF + "{".repeat(100_000)).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Reason.TOO_COMPLEX);
        assertThat(refused("a.rtf", (RTF + "a".repeat(LIMIT + 1)).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Reason.TOO_COMPLEX);
        assertThat(read("a.rtf", (RTF + "\\'").getBytes(StandardCharsets.US_ASCII))).isNotNull();
    }

    @Test
    void readsHtml() {
        String page = """
                <!-- saved --><html><head><title>题</title><meta name="keywords" content="词"><style>p{}</style></head><body>
                <h1 align=center>对照检查
                材料</h1><p>前言&nbsp;甲<b>乙</b>丙<br>丁</p><div hidden>藏</div><script>1</script>
                <ol><li>其一<li>其二</ol><ol style="list-style-type:cjk-ideographic" start=3><li>三</ol>
                <table><tr><th>序号<th>问题<tr><td>1<td><p>甲</p><p>乙</p></table><p>尾</body></html>""";
        Reading reading = read("a.html", page.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.text().lines()).containsExactly("对照检查 材料", "前言 甲乙丙", "丁", "1.其一", "2.其二", "三、三", "序号\t问题", "1\t甲 乙",
                "尾");
        assertThat(reading.properties()).containsEntry("title", "题");
    }

    @ParameterizedTest
    @CsvSource({"GB2312,GB18030,<html><meta charset=gb2312><p>整改方案", "UTF-16LE,UTF-16LE,\uFEFF<html><p>整改方案",
            "none,GB18030,<html><p>整改方案，整改方案", "wrong,UTF-8,<html><meta charset=nonsense><p>整改方案"})
    void decodesHtml(String label, String charset, String page) {
        assertThat(read("a.htm", page.getBytes(Charset.forName(charset))).text()).as(label).startsWith("整改方案");
    }

    @Test
    void keepsTheColumnsOfTablesWithMergedCells() {
        String table = "<table><tr><td rowspan=2>一<td colspan=2>二三<td>四<tr><td>五<td>六<td>七<tr><td>八<td>九</table>";
        assertThat(read("a.html", ("<html>" + table).getBytes(StandardCharsets.UTF_8)).text().lines()).containsExactly(
                "一\t二三\t\t四",
                "\t五\t六\t七", "八\t九");
    }

    @Test
    void survivesDeepHtml() {
        assertThat(answer("a.html", ("<html>" + "<div>".repeat(200_000) + "底").getBytes(StandardCharsets.UTF_8))).isNotNull();
        assertThat(answer("a.html", ("<html>" + "<table><tr><td>".repeat(50_000)).getBytes(StandardCharsets.UTF_8))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>甲", "<!doctype html>甲", "<?xml version=\"1.0\"?>\n<html xmlns=\"a\">甲</html>", "\n <HTML>甲"})
    void knowsHtmlByItsBeginning(String page) {
        assertThat(read("a", page.getBytes(StandardCharsets.UTF_8)).mediaType()).isEqualTo("text/html");
    }

    /// Files of LibreOffice 7.4, made from a docx whose numbers stand in
    /// numbering.xml alone.
    @ParameterizedTest
    @ValueSource(strings = {"doc", "odt", "rtf", "pdf"})
    void writesOutAutomaticNumbersOfOfficeFiles(String extension) throws IOException {
        Path file = Path.of("src", "test", "resources", "formats", "numbered." + extension);
        Reading reading = read("对照检查材料." + extension, Files.readAllBytes(file));
        assertThat(reading.text().lines().filter(line -> !line.equals("页眉文字"))).containsExactly("市教育局机关党支部对照检查材料",
                "根据通知要求，现对照检视如下。", "一、存在的主要问题", "（一）党性观念是否纯洁方面。有的党员学习不深入。", "1.学习计划落实不够", "①第一点", "②第二点", "2.笔记不全",
                "（二）政治纪律是否牢固方面。表态多、落实少。", "二、整改措施", "（一）加强学习。", "序号\t问题", "1\t学习不够", "2026年8月27日");
    }

    @Test
    void readsWpsFilesWhateverTheirName() throws IOException {
        byte[] doc = Files.readAllBytes(Path.of("src", "test", "resources", "formats", "numbered.doc"));
        assertThat(read("a.wps", doc).mediaType()).isEqualTo("application/msword");
        assertThat(read("a.DOC", doc).text()).isEqualTo(read("材料", doc).text());
        assertThat(refused("a.docx", doc)).isEqualTo(Reason.CONTRADICTS);
        assertThat(refused("a.doc", Arrays.copyOf(doc, 3_000))).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"Workbook,a.xls,UNSUPPORTED", "Book,a.et,UNSUPPORTED", "PowerPoint Document,a.ppt,UNSUPPORTED",
            "Workbook,a.doc,CONTRADICTS", "CONTENTS,a.wps,CONTRADICTS", "CONTENTS,a,UNSUPPORTED",
            "WordDocument,a.docx,CONTRADICTS",
            "WordDocument,a.wps,UNREADABLE", "EncryptedPackage,a.docx,ENCRYPTED"})
    void tellsOleContainersApart(String stream, String name, Reason reason) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[100]), stream);
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            assertThat(refused(name, bytes.toByteArray())).isEqualTo(reason);
        }
    }

    @Test
    void refusesClassifiedMarkingsWhereverTheyStand() {
        assertThat(refused("机密★1年 方案.zip", new byte[10])).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.txt", "机密★1年\n方案".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.ofd", Ofds.of("方案\n正文", "秘密★1年"))).isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.odt", odt(content("<text:p>方案</text:p>"), "<user-defined name=\"密级\">机密</user-defined>")))
                .isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.rtf",
                (RTF + "{\\header\\f0 \\'c3\\'d8\\'c3\\'dc\\u9733*\\par}a\\par}").getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.html", "<html><meta name=keywords content=绝密><p>方案".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.CLASSIFIED);
        assertThat(refused("a.docx", Fixtures.docxOf("000001\n机密★3年\n方案"))).isEqualTo(Reason.CLASSIFIED);
    }

    @Test
    void notesInternalMarkings() throws IOException {
        byte[] text = "方案\n正文".getBytes(StandardCharsets.UTF_8);
        assertThat(internal("内部资料-方案.txt", text)).isEqualTo(1);
        assertThat(internal("内部资料-方案.txt", "内部资料\n方案".getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(internal("a.txt", text)).isZero();
    }

    private long internal(String name, byte[] bytes) throws IOException {
        return read(name, bytes).structure().findings().stream()
                .filter(finding -> finding.code() == Structure.Code.INTERNAL_MARKING).count();
    }

    private static byte[] ofd(String objects) {
        return new Zips().with("OFD.xml", "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>")
                .with("Doc_0/Document.xml", "<Document><Pages><Page ID=\"1\" BaseLoc=\"Pages/Content.xml\"/></Pages></Document>")
                .with("Doc_0/Pages/Content.xml", "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>"
                        + objects + "</ofd:Layer></ofd:Content></ofd:Page>")
                .bytes();
    }

    private static String code(String text, int x, int y) {
        return "<ofd:TextObject Boundary=\"" + x + " " + y + " 100 4\" Size=\"3\"><ofd:TextCode X=\"0\" Y=\"3\">" + text
                + "</ofd:TextCode></ofd:TextObject>";
    }

    private static byte[] odt(String content) {
        return odt(content, "");
    }

    private static byte[] odt(String content, String meta) {
        return new Zips().with("mimetype", "application/vnd.oasis.opendocument.text").with("content.xml", content)
                .with("meta.xml", "<m><title>题</title><document-statistic page-count=\"3\"/>" + meta + "</m>").bytes();
    }

    private static String content(String body) {
        return """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles><text:list-style style:name="L1">\
                <text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>\
                <text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）"/>\
                </text:list-style></office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>
                """
                .formatted(body);
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
            return Answer.parse(reader.read(new Request(file.toString(), name, LIMIT)).frame());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
