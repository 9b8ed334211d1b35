package guidang.reader.formats;

import guidang.reader.structure.Mark.Sort;
import java.util.Map;

/// The paragraph or table row that is being written.
final class RtfParagraph {
    private final PaperWriter out;
    private int start;
    private int labelStart = -1;
    private int tables;
    private boolean inRow;
    private boolean afterRow;

    RtfParagraph(PaperWriter out) {
        this.out = out;
    }

    void append(String words, RtfState state) throws TooMuch {
        if (state.listText) {
            labelStart = labelStart < 0 ? out.place() : labelStart;
            String label = words.replace("\t", "");
            out.append(out.place() == labelStart ? label.stripLeading() : label);
            return;
        }
        if (state.inTable && !inRow) {
            startRow();
        }
        out.append(inRow ? words.replace('\t', ' ').replace('\n', ' ') : words);
    }

    /// A number of a list is written out.
    void endLabel() throws TooMuch {
        if (labelStart >= 0 && out.place() > labelStart) {
            out.mark(labelStart, Sort.NUMBERED, 0);
            String label = out.tail(labelStart);
            out.append(Numerals.label(label).substring(label.length()));
        }
        labelStart = -1;
    }

    void style(RtfState state, int style) {
        state.style = style;
    }

    /// Of the paragraph, or of the style that is being defined; counted from 0.
    void outline(RtfState state, int level, Map<Integer, Integer> outlines) {
        state.outline = level;
        if (state.where == RtfState.Where.STYLES) {
            outlines.put(state.style, level);
        }
    }

    /// Whether the word is one of a paragraph's form.
    boolean format(String word, RtfState state) {
        switch (word) {
            case "pard" -> {
                state.style = 0;
                state.outline = -1;
                state.centered = false;
                state.inTable = false;
            }
            case "qc" -> state.centered = true;
            case "ql", "qr", "qj", "qd" -> state.centered = false;
            case "intbl" -> state.inTable = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    void par(RtfState state, Map<Integer, Integer> outlines) throws TooMuch {
        if (state.inTable || inRow) {
            out.append(out.atLineStart() || out.follows('\t') ? "" : " ");
            return;
        }
        int level = state.outline >= 0 ? state.outline : outlines.getOrDefault(state.style, -1);
        if (level >= 0 && level < 9) {
            out.mark(start, Sort.HEADING, level + 1);
        }
        if (state.centered) {
            out.mark(start, Sort.CENTERED, 0);
        }
        end(outlines);
    }

    void end(Map<Integer, Integer> outlines) {
        out.endLine();
        start = out.place();
        afterRow = false;
    }

    private void startRow() {
        out.endLine();
        start = out.place();
        inRow = true;
        tables += afterRow ? 0 : 1;
    }

    void cell() throws TooMuch {
        if (!inRow) {
            startRow();
        }
        out.append("\t");
    }

    void row() {
        if (!inRow) {
            return;
        }
        out.cutTab(start);
        out.mark(start, Sort.CELLS, tables);
        out.endLine();
        start = out.place();
        inRow = false;
        afterRow = true;
    }
}
