package guidang.reader.formats;

import guidang.reader.structure.Mark.Sort;
import guidang.reader.structure.Trait;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The text of `content.xml`. Notes come after it, as they do on paper.
final class OdtBody {
    private static final int SPACES = 100;

    private final Xml xml;
    private final OdtStyles styles;
    private final OdtLists lists;
    private final PaperWriter out;
    private final List<String> notes = new ArrayList<>();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private boolean inText;
    private int tables;
    private int tableDepth;
    private int rowStart;
    private int cells;
    private int contentsStart = -1;

    OdtBody(Xml xml, OdtStyles styles, PaperWriter out) {
        this.xml = xml;
        this.styles = styles;
        this.lists = new OdtLists(styles);
        this.out = out;
    }

    private record Paragraph(int start, int outline, boolean centered, boolean contents) {}

    void read() throws IOException {
        for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            switch (event) {
                case START -> start(xml.name());
                case END -> end(xml.name());
                case TEXT -> text();
                case DONE -> {
                }
            }
        }
        for (String note : notes) {
            out.endLine();
            out.append(note);
        }
    }

    private void text() throws IOException {
        if (!paragraphs.isEmpty()) {
            out.append(xml.text().replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
        }
    }

    private void start(String name) throws IOException {
        if (!inText) {
            before(name);
            return;
        }
        switch (name) {
            case "p", "h" -> startParagraph(name);
            case "s" -> out.append(" ".repeat(Math.min(SPACES, xml.number("c", 1))));
            case "tab" -> out.append(tableDepth > 0 ? " " : "\t");
            case "line-break" -> out.append(tableDepth > 0 ? " " : "\n");
            case "list" -> lists.startList(xml);
            case "list-item" -> lists.startItem(xml);
            case "number" -> lists.written(xml.content(SPACES));
            case "table" -> startTable();
            case "table-row" -> startRow();
            case "table-cell", "covered-table-cell" -> startCell();
            case "note-body" -> notes.add(xml.content(Short.MAX_VALUE));
            case "table-of-content", "alphabetical-index", "illustration-index", "table-index" -> contentsStart = out.place();
            default -> other(name);
        }
    }

    private void other(String name) throws IOException {
        switch (name) {
            case "tracked-changes" -> {
                out.add(Trait.TRACKED_CHANGES);
                xml.skip();
            }
            case "annotation" -> {
                out.add(Trait.COMMENTS);
                xml.skip();
            }
            case "object", "object-ole", "plugin", "applet" -> {
                out.add(Trait.EMBEDDED_FILES);
                xml.skip();
            }
            case "note-citation", "ruby-text", "table-of-content-source", "sequence-decls", "forms" -> xml.skip();
            case "desc", "title" -> {
                if (xml.namespace().contains("svg")) {
                    xml.skip();
                }
            }
            default -> {
            }
        }
    }

    private void before(String name) throws IOException {
        if (name.equals("text") && xml.depth() == 3) {
            inText = true;
        } else if (name.equals("event-listeners")) {
            out.add(Trait.MACROS);
            xml.skip();
        } else {
            styles.read(xml);
        }
    }

    private void startParagraph(String name) throws IOException {
        if (tableDepth == 0) {
            out.endLine();
        } else if (!out.atLineStart() && !out.follows('\t') && out.place() > rowStart) {
            out.append(" ");
        }
        String style = xml.attribute("style-name");
        int outline = name.equals("h") ? xml.number("outline-level", 1) : 0;
        boolean listed = !xml.attribute("is-list-header").equals("true");
        paragraphs.push(new Paragraph(out.place(), outline > 0 ? outline : styles.outline(style), styles.centered(style),
                OdtStyles.contents(style)));
        String label = listed ? lists.label(outline) : "";
        if (!label.isEmpty()) {
            int start = out.place();
            out.append(Numerals.label(label));
            out.mark(start, Sort.NUMBERED, 0);
        }
    }

    private void end(String name) throws IOException {
        switch (name) {
            case "p", "h" -> endParagraph();
            case "list" -> lists.endList();
            case "table" -> tableDepth = Math.max(0, tableDepth - 1);
            case "table-row" -> endRow();
            case "table-of-content", "alphabetical-index", "illustration-index", "table-index" -> {
                out.mark(Math.max(0, contentsStart), Sort.CONTENTS, 0);
                contentsStart = -1;
            }
            default -> {
            }
        }
    }

    private void endParagraph() {
        Paragraph paragraph = paragraphs.poll();
        if (paragraph == null || tableDepth > 0) {
            return;
        }
        if (paragraph.outline() > 0) {
            out.mark(paragraph.start(), Sort.HEADING, Math.min(9, paragraph.outline()));
        }
        if (paragraph.centered()) {
            out.mark(paragraph.start(), Sort.CENTERED, 0);
        }
        if (paragraph.contents() && contentsStart < 0) {
            out.mark(paragraph.start(), Sort.CONTENTS, 0);
        }
        out.endLine();
    }

    private void startTable() {
        if (tableDepth++ == 0) {
            out.endLine();
            tables++;
        }
    }

    private void startRow() {
        if (tableDepth == 1) {
            out.endLine();
            rowStart = out.place();
        }
    }

    /// A cell that another one covers is an empty one.
    private void startCell() throws IOException {
        if (tableDepth == 1) {
            out.append(cells++ > 0 ? "\t" : "");
        }
    }

    private void endRow() {
        if (tableDepth == 1) {
            out.mark(rowStart, Sort.CELLS, tables);
            out.endLine();
            cells = 0;
        }
    }
}
