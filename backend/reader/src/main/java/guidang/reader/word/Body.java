package guidang.reader.word;

import guidang.reader.formats.TooMuch;
import guidang.reader.structure.Trait;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the paragraphs and tables of one part. What was deleted is left out,
/// what was inserted is in; of two forms of the same thing the newer is read.
final class Body {
    private static final int DEEPEST = 200;

    private final Styles styles;
    private final Numbering numbering;
    private final Lines lines;
    private final int limit;
    private final boolean notes;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final Deque<PendingParagraph> open = new ArrayDeque<>();
    private final Deque<PendingTable> tables = new ArrayDeque<>();
    private final Deque<StringBuilder> fields = new ArrayDeque<>();
    /// Of each open field whether its result is read already.
    private final Deque<Boolean> results = new ArrayDeque<>();
    private final Deque<Boolean> blocks = new ArrayDeque<>();
    private boolean inProperties;
    private boolean inRow;
    private int contents;
    private int count;
    private int seen;
    private @Nullable PendingParagraph unfinished;

    /// @param limit
    ///            more text than this is refused, in UTF-16 units
    /// @param notes
    ///            whether all of it is notes
    Body(Styles styles, Numbering numbering, Lines lines, int limit, boolean notes) {
        this.styles = styles;
        this.numbering = numbering;
        this.lines = lines;
        this.limit = limit;
        this.notes = notes;
    }

    Set<Trait> traits() {
        return traits;
    }

    void read(XMLStreamReader reader) throws IOException, XMLStreamException {
        int skipped = 0;
        boolean text = false;
        while (Parts.next(reader)) {
            if (reader.isStartElement()) {
                if (skipped > 0 || isSkipped(reader)) {
                    skipped++;
                } else {
                    text = reader.getLocalName().equals("t");
                    start(reader);
                }
            } else if (reader.isEndElement()) {
                if (skipped > 0) {
                    skipped--;
                } else {
                    text = false;
                    end(reader.getLocalName());
                }
            } else if (reader.isCharacters() && skipped == 0) {
                characters(reader, text);
            }
        }
        flush();
    }

    private boolean isSkipped(XMLStreamReader reader) {
        String name = reader.getLocalName();
        return switch (name) {
            case "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
                    "numberingChange" -> {
                traits.add(Trait.TRACKED_CHANGES);
                mark(name);
                yield true;
            }
            case "Fallback", "rt", "delText", "delInstrText", "sectPr" -> true;
            default -> false;
        };
    }

    /// A deletion inside properties means the end of the paragraph or the row.
    private void mark(String name) {
        if (name.equals("del") && inProperties) {
            if (inRow && !tables.isEmpty()) {
                tables.getLast().deleted = true;
            } else if (!open.isEmpty()) {
                open.getLast().joined = true;
            }
        }
    }

    private void start(XMLStreamReader reader) throws TooMuch {
        String value = Parts.attribute(reader, "val");
        switch (reader.getLocalName()) {
            case "p" -> beginParagraph();
            case "tbl" -> beginTable();
            case "tr" -> table(PendingTable::beginRow);
            case "tc" -> table(PendingTable::beginCell);
            case "pPr" -> inProperties = true;
            case "trPr" -> {
                inProperties = true;
                inRow = true;
            }
            case "gridSpan" -> table(table -> table.span = Math.max(1, Parts.number(value, 1)));
            case "gridBefore" -> table(table -> table.skip(Parts.number(value, 0)));
            case "ins", "moveTo" -> traits.add(Trait.TRACKED_CHANGES);
            case "commentReference", "commentRangeStart" -> traits.add(Trait.COMMENTS);
            case "object", "altChunk", "OLEObject" -> traits.add(Trait.EMBEDDED_FILES);
            case "sdt" -> blocks.addLast(false);
            case "docPartGallery" -> gallery(value);
            case "fldChar" -> field(Parts.attribute(reader, "fldCharType"));
            case "br", "cr" -> put("\u2028");
            case "tab", "ptab" -> {
                if (!inProperties) {
                    put("\t");
                }
            }
            case "noBreakHyphen" -> put("-");
            default -> property(reader, value);
        }
    }

    private void property(XMLStreamReader reader, @Nullable String value) {
        PendingParagraph paragraph = inProperties ? open.peekLast() : null;
        if (paragraph == null) {
            return;
        }
        switch (reader.getLocalName()) {
            case "pStyle" -> paragraph.style = value == null ? "" : value;
            case "numId" -> paragraph.own.numbers = Parts.number(value, 0);
            case "ilvl" -> paragraph.own.level = Parts.number(value, 0);
            case "outlineLvl" -> paragraph.own.outline = Parts.number(value, 9);
            case "jc" -> paragraph.own.alignment = value;
            default -> {
            }
        }
    }

    private void end(String name) throws TooMuch {
        switch (name) {
            case "p" -> endParagraph();
            case "pPr" -> inProperties = false;
            case "trPr" -> {
                inProperties = false;
                inRow = false;
            }
            case "tc" -> table(PendingTable::endCell);
            case "tr" -> endRow();
            case "tbl" -> tables.pollLast();
            case "sdt" -> contents -= Boolean.TRUE.equals(blocks.pollLast()) ? 1 : 0;
            default -> {
            }
        }
    }

    private void characters(XMLStreamReader reader, boolean text) throws TooMuch {
        StringBuilder instruction = Boolean.FALSE.equals(results.peekLast()) ? fields.peekLast() : null;
        if (instruction != null && instruction.length() < 100) {
            instruction.append(reader.getText().strip());
        } else if (text) {
            put(reader.getText());
        }
    }

    private void put(String words) throws TooMuch {
        seen += words.length();
        if (seen > limit) {
            throw new TooMuch("text");
        }
        PendingParagraph paragraph = open.peekLast();
        if (paragraph != null) {
            paragraph.append(words);
            paragraph.contents |= contents > 0;
        }
    }

    private void beginParagraph() throws TooMuch {
        if (open.size() > DEEPEST) {
            throw new TooMuch("paragraphs in paragraphs");
        }
        open.addLast(new PendingParagraph());
        inProperties = false;
    }

    private void endParagraph() throws TooMuch {
        PendingParagraph paragraph = open.pollLast();
        if (paragraph == null) {
            return;
        }
        PendingParagraph before = unfinished;
        if (before != null && open.isEmpty()) {
            paragraph.text.insert(0, before.text);
            unfinished = null;
        }
        if (paragraph.joined && open.isEmpty()) {
            unfinished = paragraph;
            return;
        }
        style(paragraph);
        emit(paragraph);
    }

    /// What style, numbering and alignment make of it.
    private void style(PendingParagraph paragraph) {
        ParagraphStyle style = styles.resolved(paragraph.style.isEmpty() ? null : paragraph.style);
        ParagraphStyle own = paragraph.own;
        boolean ownNumbers = own.numbers != null;
        Integer level = own.level != null || ownNumbers ? Integer.valueOf(own.level == null ? 0 : own.level) : style.level;
        own.inherit(style);
        Integer numbers = own.numbers;
        if (numbers != null && numbers > 0) {
            paragraph.number = numbering.next(numbers, level, paragraph.style, styles);
        }
        Integer outline = own.outline;
        paragraph.heading = outline != null && outline >= 0 && outline < 9 ? outline + 1 : 0;
        paragraph.centered = "center".equals(own.alignment);
        String name = style.name == null ? "" : style.name.toLowerCase(Locale.ROOT);
        paragraph.title = name.equals("title") || name.equals("标题");
        paragraph.contents |= name.startsWith("toc ") || name.equals("toc heading") || name.startsWith("目录");
        paragraph.note = notes;
    }

    private void emit(PendingParagraph paragraph) throws TooMuch {
        PendingTable table = tables.peekLast();
        if (table == null) {
            lines.add(paragraph);
        } else {
            table.add(paragraph);
        }
    }

    private void flush() throws TooMuch {
        PendingParagraph last = unfinished;
        if (last != null) {
            style(last);
            lines.add(last);
        }
    }

    private void beginTable() throws TooMuch {
        if (tables.size() > DEEPEST) {
            throw new TooMuch("tables in tables");
        }
        tables.addLast(new PendingTable(++count));
    }

    private void endRow() throws TooMuch {
        PendingTable table = tables.peekLast();
        if (table == null || table.deleted) {
            return;
        }
        tables.removeLast();
        if (table.isFrame()) {
            for (PendingParagraph paragraph : table.paragraphs()) {
                emit(paragraph);
            }
        } else if (tables.isEmpty()) {
            lines.row(table.cells(), table.number);
        } else {
            PendingParagraph row = new PendingParagraph();
            row.append(String.join(" ", table.cells()));
            emit(row);
        }
        tables.addLast(table);
    }

    private void table(Consumer<PendingTable> change) {
        PendingTable table = tables.peekLast();
        if (table != null) {
            change.accept(table);
        }
    }

    private void gallery(@Nullable String name) {
        boolean list = "Table of Contents".equals(name);
        if (list && Boolean.FALSE.equals(blocks.peekLast())) {
            blocks.removeLast();
            blocks.addLast(true);
            contents++;
        }
    }

    private void field(@Nullable String type) throws TooMuch {
        if ("begin".equals(type)) {
            if (fields.size() > DEEPEST) {
                throw new TooMuch("fields in fields");
            }
            fields.addLast(new StringBuilder());
            results.addLast(false);
        } else if ("separate".equals(type) && Boolean.FALSE.equals(results.peekLast())) {
            results.removeLast();
            results.addLast(true);
            contents += isContents(fields.getLast()) ? 1 : 0;
        } else if ("end".equals(type) && !fields.isEmpty()) {
            StringBuilder instruction = fields.removeLast();
            contents -= results.removeLast() && isContents(instruction) ? 1 : 0;
        }
    }

    private static boolean isContents(StringBuilder instruction) {
        return instruction.toString().startsWith("TOC");
    }

    /// The paragraphs of a header or footer.
    static List<String> plain(Parts parts, String name, int limit) throws IOException, XMLStreamException {
        Lines lines = new Lines(limit);
        parts.read(name, new Body(new Styles(), new Numbering(), lines, limit, false)::read);
        return new ArrayList<>(lines.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }
}
