package guidang.reader.passages;

import guidang.reader.protocol.Structure.Span;
import java.util.Arrays;
import java.util.List;

/// The letters of a section that count, with where they stand: punctuation,
/// spaces and what is quoted are left out, a name and a number are one letter.
final class Letters {
    /// Stands for a name of the organisation, or for what was quoted.
    private static final char MASK = '\u25CB';
    private static final char NUMBER = '0';
    private static final String ENDS = "。！？；!?;\n\t\f";
    /// The name of a document in 《》 is at most this long, else it is text.
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_QUOTE = 400;
    /// Shorter quotations are words of the writer: “红脸出汗”.
    private static final int SHORTEST_QUOTE = 16;

    private final String text;
    private final List<String> names;
    private char[] letters = new char[256];
    private int[] places = new int[256];
    private int[] sentences = new int[16];
    private int[] stops = new int[16];
    private int count;
    private int ends;

    private Letters(String text, List<String> names) {
        this.text = text;
        this.names = names;
    }

    /// @param most
    ///            letters that are taken
    static Letters of(Manuscript manuscript, Manuscript.Section section, int most) {
        Letters letters = new Letters(manuscript.text(), manuscript.names());
        for (Span stretch : section.stretches()) {
            int end = Math.min(stretch.end(), manuscript.text().length());
            letters.close(letters.read(Math.max(0, stretch.start()), end, most));
        }
        return letters;
    }

    int count() {
        return count;
    }

    char letter(int n) {
        return letters[n];
    }

    /// Where the letter stands in the text.
    int place(int n) {
        return places[n];
    }

    int sentences() {
        return ends;
    }

    /// The first letter of a sentence; the last one ends where the next begins.
    int begin(int sentence) {
        return sentence == 0 ? 0 : sentences[sentence - 1];
    }

    int end(int sentence) {
        return sentences[sentence];
    }

    /// Where the sentence ends in the text, its mark included.
    int stop(int sentence) {
        return stops[sentence];
    }

    /// @return where it stopped
    private int read(int from, int to, int most) {
        int i = from;
        while (i < to && count < most) {
            char c = text.charAt(i);
            if (ENDS.indexOf(c) >= 0) {
                close(c == '\n' ? i : i + 1);
                i++;
            } else {
                i = step(i, c, to);
            }
        }
        return i;
    }

    /// @return where to go on
    private int step(int i, char c, int to) {
        int masked = masked(i, c, to);
        if (masked > i) {
            add(MASK, i);
            return masked;
        }
        if (Character.isDigit(c)) {
            add(NUMBER, i);
            return digits(i, to);
        }
        if (Character.isLetter(c) || Character.isSurrogate(c)) {
            add(plain(c), i);
        }
        return i + 1;
    }

    /// The end of what is not compared; the place itself where it is.
    private int masked(int i, char c, int to) {
        return switch (c) {
            case '《' -> closing('》', i, to, 0, LONGEST_TITLE);
            case '“' -> closing('”', i, to, SHORTEST_QUOTE, LONGEST_QUOTE);
            default -> name(i, to);
        };
    }

    private int closing(char sign, int i, int to, int least, int most) {
        int limit = Math.min(to, i + most);
        for (int end = i + 1; end < limit; end++) {
            char c = text.charAt(end);
            if (c == sign) {
                return end - i > least ? end + 1 : i;
            }
            if (c == '\n') {
                return i;
            }
        }
        return i;
    }

    private int name(int i, int to) {
        int end = i;
        for (String name : names) {
            if (i + name.length() <= to && text.charAt(i) == name.charAt(0) && text.startsWith(name, i)) {
                end = Math.max(end, i + name.length());
            }
        }
        return end;
    }

    private int digits(int i, int to) {
        int end = i;
        while (end < to && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == '．')) {
            end++;
        }
        return end;
    }

    /// Full-width forms as half-width ones, capitals as small letters.
    private static char plain(char c) {
        char half = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
        return Character.toLowerCase(half);
    }

    private void add(char letter, int place) {
        if (count == letters.length) {
            letters = Arrays.copyOf(letters, count * 2);
            places = Arrays.copyOf(places, count * 2);
        }
        letters[count] = letter;
        places[count++] = place;
    }

    private void close(int stop) {
        if (count == (ends == 0 ? 0 : sentences[ends - 1])) {
            return;
        }
        if (ends == sentences.length) {
            sentences = Arrays.copyOf(sentences, ends * 2);
            stops = Arrays.copyOf(stops, ends * 2);
        }
        stops[ends] = stop;
        sentences[ends++] = count;
    }
}
