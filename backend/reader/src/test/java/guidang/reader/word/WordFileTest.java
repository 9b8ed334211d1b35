package guidang.reader.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.reader.formats.TooMuch;
import guidang.reader.protocol.Structure;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.structure.Mark;
import guidang.reader.structure.Mark.Sort;
import guidang.reader.structure.StructureReader;
import guidang.reader.structure.Trait;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"chineseCounting,11,十一", "chineseCounting,20,二十", "chineseCountingThousand,105,一百零五", "ideographDigital,12,一二",
            "japaneseCounting,10,十", "decimal,7,7",
            "decimalEnclosedCircle,3,③", "decimalEnclosedCircleChinese,21,㉑", "decimalFullWidth,12,１２", "upperLetter,28,BB",
            "lowerLetter,2,b", "upperRoman,14,XIV", "lowerRoman,9,ix",
            "decimalZero,5,05", "chineseLegalSimplified,3,叁", "ideographTraditional,2,乙", "decimalEnclosedParen,2,⑵",
            "unknown,4,4"})
    void writesNumbers(String format, int value, String written) {
        assertThat(NumberFormat.write(format, value)).isEqualTo(written);
    }

    @Test
    void writesAutomaticNumbersOut() throws Exception {
        String body = Docx.n(1, 0, "存在的问题") + Docx.n(1, 1, "甲。") + Docx.n(1, 2, "乙。") + Docx.n(1, 2, "丙。") + Docx.n(1, 1, "丁。")
                + Docx.n(1, 2, "戊。")
                + Docx.n(1, 0, "原因") + Docx.n(1, 1, "己。") + Docx.n(2, 0, "又一") + Docx.n(2, 0, "又二");
        WordFile word = Docx.of(body).numbered("chineseCounting", "%1、", "chineseCounting", "（%2）", "decimal", "%3.")
                .read(folder);
        assertThat(word.paper().text().lines()).containsExactly("一、存在的问题", "（一）甲。", "1.乙。", "2.丙。", "（二）丁。", "1.戊。", "二、原因",
                "（一）己。", "一、又一", "二、又二");
        assertThat(word.paper().marks()).extracting(Mark::sort).containsOnly(Sort.NUMBERED).hasSize(10);
        assertThat(StructureReader.read(word.paper()).sections()).hasSizeGreaterThan(1);
    }

    @Test
    void countsThroughStylesAndSeveralLevels() throws Exception {
        String styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"mine\"/><w:basedOn w:val=\"A\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>";
        String levels = "<w:abstractNum w:abstractNumId=\"5\">"
                + Docx.level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"A\"/>")
                + Docx.level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"B\"/><w:isLgl/>")
                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>";
        WordFile word = Docx
                .of(Docx.p("<w:pStyle w:val=\"A\"/>", "甲") + Docx.p("<w:pStyle w:val=\"B\"/>", "乙")
                        + Docx.p("<w:pStyle w:val=\"B\"/>", "丙")
                        + Docx.p("<w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "丁"))
                .with("styles", "styles", styles)
                .with("numbering", "numbering", levels).read(folder);
        assertThat(word.paper().text().lines()).containsExactly("一、甲", "1.1 乙", "1.2 丙", "丁");
        assertThat(word.paper().marks()).filteredOn(mark -> mark.sort() == Sort.HEADING).extracting(Mark::level)
                .containsExactly(1, 2, 2, 1);
    }

    @Test
    void keepsColumnsOfMergedCells() throws Exception {
        String rows = "<w:tr>" + Docx.cell("", "序号") + Docx.cell("", "问题") + Docx.cell("", "措施") + "</w:tr><w:tr>"
                + Docx.cell("<w:vMerge w:val=\"restart\"/>", "1")
                + Docx.cell("<w:gridSpan w:val=\"2\"/>", "甲") + "</w:tr><w:tr>" + Docx.cell("<w:vMerge/>", "")
                + Docx.cell("", "乙")
                + "<w:tc>" + Docx.p("丙") + Docx.p("丁") + "</w:tc></w:tr>";
        WordFile word = Docx.of(Docx.p("台账") + "<w:tbl>" + rows + "</w:tbl>" + Docx.p("后")).read(folder);
        assertThat(word.paper().text().lines()).containsExactly("台账", "序号\t问题\t措施", "1\t甲\t", "\t乙\t丙 丁", "后");
        assertThat(word.paper().marks()).filteredOn(mark -> mark.sort() == Sort.CELLS).hasSize(3);
    }

    @Test
    void takesATableOfOneCellForAFrame() throws Exception {
        WordFile word = Docx.of("<w:tbl><w:tr><w:tc>" + Docx.p("一、甲") + Docx.p("乙") + "</w:tc></w:tr></w:tbl>").read(folder);
        assertThat(word.paper().text()).isEqualTo("一、甲\n乙\n");
        assertThat(word.paper().marks()).isEmpty();
    }

    @Test
    void leavesDeletedTextOutAndKeepsInsertedText() throws Exception {
        WordFile word = Docx.of("<w:p>" + Docx.r("甲") + "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins>" + Docx.r("丙")
                + "</w:ins></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + Docx.r("丁") + "</w:p>" + Docx.p("戊")).read(folder);
        assertThat(word.paper().text()).isEqualTo("甲丙\n丁戊\n");
        assertThat(word.paper().traits()).containsExactly(Trait.TRACKED_CHANGES);
    }

    @Test
    void tellsHeadersCommentsAndWhatIsEmbedded() throws Exception {
        WordFile word = Docx.of(Docx.p("正文")).with("header", "hdr", Docx.p("内部资料")).with("footer", "ftr", Docx.p("— 1 —"))
                .with("comments", "comments", "<w:comment w:id=\"0\">" + Docx.p("不妥") + "</w:comment>")
                .part("word/vbaProject.bin", "x")
                .part("word/embeddings/a.xlsx", "x").read(folder);
        assertThat(word.paper().text()).isEqualTo("正文\n");
        assertThat(word.paper().furniture()).containsExactly("内部资料", "— 1 —");
        assertThat(word.paper().traits()).containsExactlyInAnyOrder(Trait.COMMENTS, Trait.MACROS, Trait.EMBEDDED_FILES);
    }

    @Test
    void marksAContentsList() throws Exception {
        String field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                + Docx.r("一、甲") + "<w:r><w:tab/></w:r>" + Docx.r("1") + "</w:p><w:p>" + Docx.r("二、乙")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        WordFile word = Docx.of(field + Docx.p("一、甲") + Docx.p("二、乙")).read(folder);
        assertThat(word.paper().text()).isEqualTo("一、甲\t1\n二、乙\n一、甲\n二、乙\n");
        assertThat(word.paper().marks()).extracting(Mark::sort).containsExactly(Sort.CONTENTS, Sort.CONTENTS);
        assertThat(StructureReader.read(word.paper()).sections()).hasSize(2);
    }

    @Test
    void joinsATitleWithSoftBreaks() throws Exception {
        WordFile word = Docx.of("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + Docx.r("某局党支部") + "<w:r><w:br/></w:r>"
                + Docx.r("对照检查材料") + "</w:p>"
                + Docx.p("正文内容。")).read(folder);
        Structure structure = StructureReader.read(word.paper());
        Phrase title = structure.head().title();
        assertThat(title).isNotNull();
        assertThat(title == null ? "" : title.text()).isEqualTo("某局党支部对照检查材料");
    }

    @Test
    void readsATextBoxOnceAndNotItsFallback() throws Exception {
        WordFile word = Docx.of("<w:p>" + Docx.r("外") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + Docx.p("内")
                + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + Docx.p("内")
                + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>")
                .read(folder);
        assertThat(word.paper().text()).isEqualTo("内\n外\n");
    }

    @Test
    void keepsNotesOutOfTheBuild() throws Exception {
        WordFile word = Docx.of(Docx.p("一、问题") + Docx.p("甲。"))
                .with("footnotes", "footnotes", "<w:footnote>" + Docx.p("注一") + "</w:footnote>").read(folder);
        assertThat(word.paper().text()).isEqualTo("一、问题\n甲。\n注一\n");
        assertThat(word.paper().marks()).extracting(Mark::sort).isEqualTo(List.of(Sort.FURNITURE));
    }

    @Test
    void refusesWhatExplodes() {
        assertThatThrownBy(() -> Docx.of(Docx.p("字".repeat(1_000_001))).read(folder)).isInstanceOf(TooMuch.class);
        assertThatThrownBy(() -> Docx.of("<w:p/>".repeat(40_000_000 / 6)).read(folder)).isInstanceOf(TooMuch.class);
    }
}
