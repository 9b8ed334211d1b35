package guidang.reader.formats;

import guidang.reader.structure.Mark.Sort;
import guidang.reader.structure.Trait;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/// The paragraphs of a Word 97 file. Notes and text boxes come after the text.
final class DocBody {
    private static final int CENTERED = 1;
    private static final char CELL_END = 7;
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;

    private final HWPFDocument document;
    private final PaperWriter out;
    private final DocNumbers numbers;
    /// Of each field that is open, whether its code is being said, not its result.
    private final Deque<Boolean> fields = new ArrayDeque<>();
    private int codes;
    private int tables;
    private boolean inTable;
    private boolean inRow;
    private int rowStart;
    private boolean deleted;

    DocBody(HWPFDocument document, PaperWriter out) {
        this.document = document;
        this.out = out;
        this.numbers = new DocNumbers(document.getListTables());
    }

    void read() throws TooMuch {
        Range body = document.getRange();
        for (int i = 0; i < body.numParagraphs(); i++) {
            paragraph(body.getParagraph(i));
        }
        out.endLine();
        for (Range other : new Range[]{document.getFootnoteRange(), document.getEndnoteRange(),
                document.getMainTextboxRange()}) {
            fields.clear();
            codes = 0;
            for (int i = 0; i < other.numParagraphs(); i++) {
                words(other.getParagraph(i));
                out.endLine();
            }
        }
        if (!document.getCommentsRange().text().isBlank()) {
            out.add(Trait.COMMENTS);
        }
        if (deleted) {
            out.add(Trait.TRACKED_CHANGES);
        }
        furniture();
    }

    private void furniture() {
        String text = Range.stripFields(document.getHeaderStoryRange().text());
        text.lines().forEach(line -> out.furnish(shown(line)));
    }

    private static String shown(String line) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            words.append(line.charAt(i) < ' ' ? ' ' : line.charAt(i));
        }
        return words.toString();
    }

    private void paragraph(Paragraph paragraph) throws TooMuch {
        if (paragraph.isInTable()) {
            cell(paragraph);
            return;
        }
        inTable = false;
        inRow = false;
        int start = out.place();
        String label = numbers.label(paragraph);
        if (!label.isEmpty() && !paragraph.text().isBlank()) {
            out.append(Numerals.label(label));
            out.mark(start, Sort.NUMBERED, 0);
        }
        words(paragraph);
        String style = style(paragraph);
        int level = level(paragraph, style);
        if (level > 0) {
            out.mark(start, Sort.HEADING, level);
        }
        if (paragraph.getJustification() == CENTERED) {
            out.mark(start, Sort.CENTERED, 0);
        }
        if (style.startsWith("toc ") || style.startsWith("目录 ")) {
            out.mark(start, Sort.CONTENTS, 0);
        }
        out.endLine();
    }

    private void cell(Paragraph paragraph) throws TooMuch {
        if (!inTable) {
            tables++;
            inTable = true;
        }
        if (!inRow) {
            out.endLine();
            rowStart = out.place();
            inRow = true;
        }
        if (paragraph.isTableRowEnd()) {
            out.cutTab(rowStart);
            out.mark(rowStart, Sort.CELLS, tables);
            out.endLine();
            inRow = false;
            return;
        }
        String label = numbers.label(paragraph);
        out.append(paragraph.text().isBlank() ? "" : Numerals.label(label));
        words(paragraph);
    }

    /// Runs without what is deleted or hidden, and fields as they are shown.
    private void words(Paragraph paragraph) throws TooMuch {
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            deleted |= run.isMarkedDeleted() || run.isMarkedInserted();
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                run(run.text());
            }
        }
    }

    private void run(String text) throws TooMuch {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case FIELD_BEGIN -> field(true);
                case FIELD_SEPARATOR -> {
                    endField();
                    field(false);
                }
                case FIELD_END -> endField();
                default -> {
                    if (codes == 0) {
                        words.append(character(c));
                    }
                }
            }
        }
        out.append(words);
    }

    private void field(boolean code) {
        fields.push(code);
        codes += code ? 1 : 0;
    }

    private void endField() {
        codes -= Boolean.TRUE.equals(fields.poll()) ? 1 : 0;
    }

    private String character(char c) {
        return switch (c) {
            case CELL_END -> "\t";
            case 0x0b -> inRow ? " " : "\n";
            case 0x0d -> inRow ? " " : "";
            case 0x1e -> "-";
            case 0x1f, 0x01, 0x02, 0x05, 0x08 -> "";
            default -> String.valueOf(c);
        };
    }

    private String style(Paragraph paragraph) {
        int index = paragraph.getStyleIndex();
        StyleDescription style = index < 0 || index >= document.getStyleSheet().numStyles()
                ? null
                : document.getStyleSheet().getStyleDescription(index);
        String name = style == null ? null : style.getName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    /// Of a heading, by outline level or by the style's name; else 0.
    private static int level(Paragraph paragraph, String style) {
        int outline = paragraph.getLvl();
        if (outline >= 0 && outline < 9) {
            return outline + 1;
        }
        String number = style.startsWith("heading ") ? style.substring(8) : style.startsWith("标题 ") ? style.substring(3) : "";
        return number.length() == 1 && number.charAt(0) >= '1' && number.charAt(0) <= '9' ? number.charAt(0) - '0' : 0;
    }
}
