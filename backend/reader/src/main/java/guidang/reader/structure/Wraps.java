package guidang.reader.structure;

import java.util.ArrayList;
import java.util.List;

/// Joins lines that were broken at a margin, where a text has one: many lines
/// end at the same width, in the middle of a sentence.
final class Wraps {
    private static final int WIDEST = 140;
    private static final int NARROWEST = 44;
    private static final int SLACK = 4;
    /// Where there is no margin, shorter lines may be headings.
    private static final int SHORTEST = 36;
    private static final int FEWEST = 4;

    private final String text;
    private final List<Paragraph> lines;
    private final int margin;
    /// Whether lines break in the middle of sentences at no width of their own.
    private final boolean ragged;

    Wraps(String text, List<Paragraph> lines) {
        this.text = text;
        this.lines = lines;
        this.margin = margin();
        this.ragged = isRagged();
    }

    List<Paragraph> join() {
        if (margin == 0 && !ragged) {
            return lines;
        }
        List<Paragraph> out = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Paragraph line = lines.get(i);
            if (i > 0 && goesOn(lines.get(i - 1), line)) {
                out.set(out.size() - 1, out.getLast().joined(line));
            } else {
                out.add(line);
            }
        }
        return out;
    }

    /// The last line before is full, stops in a sentence or at the margin, and the
    /// next is neither indented nor numbered.
    private boolean goesOn(Paragraph before, Paragraph next) {
        if (!before.isProse() || !next.isProse() || next.level() > 0 || before.level() > 0 || before.title()
                || gap(before, next) || !isFull(before)) {
            return false;
        }
        char last = text.charAt(before.end() - 1);
        boolean indented = next.start() >= 2 && Glyphs.isBlank(text.charAt(next.start() - 1))
                && text.charAt(next.start() - 1) != '\n';
        Label label = Labels.at(text, next.start(), next.end());
        boolean numbered = label != null && (label.style() == Style.HAN || label.style() == Style.HAN_BRACKETS || isEnd(last));
        return !indented && !numbered;
    }

    private boolean isFull(Paragraph line) {
        return (margin > 0 && width(line) >= margin - SLACK) || (ragged && isBroken(line));
    }

    /// A long line that holds signs, as sentences do and titles do not, and ends
    /// with none that closes.
    private boolean isBroken(Paragraph line) {
        boolean sentence = false;
        for (int i = line.start(); i < line.end() - 1 && !sentence; i++) {
            char c = text.charAt(i);
            sentence = Glyphs.isComma(c) || isEnd(c);
        }
        char last = text.charAt(line.end() - 1);
        return sentence && !isEnd(last) && width(line) >= SHORTEST;
    }

    /// Nearly no line is long, and many break in a sentence: also where nobody
    /// breaks for a reason, after a character that is no sign.
    private boolean isRagged() {
        int broken = 0;
        int inWords = 0;
        int full = 0;
        for (Paragraph line : lines) {
            int width = line.isProse() ? width(line) : 0;
            if (width > WIDEST) {
                return false;
            } else if (width >= SHORTEST) {
                full++;
                broken += isBroken(line) ? 1 : 0;
                inWords += isBroken(line) && Glyphs.isHan(text.charAt(line.end() - 1)) ? 1 : 0;
            }
        }
        return inWords >= FEWEST && broken * 2 > full;
    }

    private static boolean isEnd(char c) {
        return Glyphs.isStop(c) || Glyphs.isSemicolon(c) || Glyphs.isColon(c);
    }

    /// Whether an empty line lies between; one scan from line to line, linear
    /// in all.
    private boolean gap(Paragraph before, Paragraph next) {
        int feeds = 0;
        for (int i = before.end(); i < next.start(); i++) {
            feeds += text.charAt(i) == '\n' ? 1 : 0;
        }
        return feeds > 1;
    }

    /// The width at which lines break, in columns; 0 where there is none.
    private int margin() {
        int[] counts = new int[WIDEST + 2];
        int prose = 0;
        for (Paragraph line : lines) {
            if (line.isProse()) {
                int width = width(line);
                if (width > WIDEST) {
                    return 0;
                }
                counts[width]++;
                prose++;
            }
        }
        int widest = WIDEST;
        while (widest > 0 && counts[widest] == 0) {
            widest--;
        }
        return widest >= NARROWEST && isMargin(widest, prose) ? widest : 0;
    }

    private boolean isMargin(int widest, int prose) {
        int full = 0;
        int broken = 0;
        for (Paragraph line : lines) {
            if (line.isProse() && width(line) >= widest - SLACK) {
                full++;
                broken += isEnd(text.charAt(line.end() - 1)) ? 0 : 1;
            }
        }
        return full >= FEWEST && full * 5 >= prose && broken * 2 > full;
    }

    private int width(Paragraph line) {
        int width = 0;
        for (int i = line.start(); i < line.end() && width <= WIDEST; i++) {
            width += text.charAt(i) < 0x2000 ? 1 : 2;
        }
        return width;
    }
}
