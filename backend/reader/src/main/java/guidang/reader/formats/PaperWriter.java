package guidang.reader.formats;

import guidang.reader.structure.Mark;
import guidang.reader.structure.Mark.Sort;
import guidang.reader.structure.Paper;
import guidang.reader.structure.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Writes a [Paper] line by line, up to a limit of text. Blank lines are left
/// out, control characters too.
final class PaperWriter {
    private static final int MOST_FURNITURE = 1_000;

    private final StringBuilder text = new StringBuilder(8_192);
    private final List<Mark> marks = new ArrayList<>();
    private final List<String> furniture = new ArrayList<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final int limit;

    /// @param limit
    ///            UTF-16 units of text
    PaperWriter(int limit) {
        this.limit = limit;
    }

    /// @throws TooMuch
    ///             where the text passes its limit
    void append(CharSequence words) throws TooMuch {
        if (text.length() + words.length() > limit) {
            throw new TooMuch("text");
        }
        for (int i = 0; i < words.length(); i++) {
            append(words.charAt(i));
        }
    }

    private void append(char c) {
        if ((c >= ' ' && c != 0x7f && c != 0xfeff && c != 0x2028 && c != 0x2029) || c == '\t') {
            text.append(c);
        } else if (c == '\n' || c == '\r' || c == '\f' || c == 0x0b || c == 0x2028 || c == 0x2029) {
            endLine();
        }
    }

    void endLine() {
        if (!atLineStart()) {
            text.append('\n');
        }
    }

    boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    /// Whether what comes next comes directly after the character.
    boolean follows(char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    String tail(int start) {
        return text.substring(start);
    }

    /// Takes away the last character where it is a tab: the end of a row is none.
    void cutTab(int start) {
        if (text.length() > start && follows('\t')) {
            text.setLength(text.length() - 1);
        }
    }

    /// Where the next character will stand.
    int place() {
        return text.length();
    }

    /// Marks from the place up to here, a line's end left out; nothing where there
    /// is nothing.
    void mark(int start, Sort sort, int level) {
        int end = atLineStart() ? text.length() - 1 : text.length();
        if (start < end) {
            marks.add(new Mark(start, end, sort, level));
        }
    }

    void furnish(String words) {
        String clean = words.strip();
        if (!clean.isEmpty() && furniture.size() < MOST_FURNITURE && !furniture.contains(clean)) {
            furniture.add(clean);
        }
    }

    void add(Trait trait) {
        traits.add(trait);
    }

    Paper paper() {
        endLine();
        marks.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()));
        return new Paper(text.toString(), marks, furniture, traits);
    }
}
