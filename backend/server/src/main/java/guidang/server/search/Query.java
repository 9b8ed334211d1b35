package guidang.server.search;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person typed into the search box: words divided by spaces, all of
/// which must occur; what stands in quotes (“ ” 「」 『』 " ") must occur exactly
/// so. There are no other signs.
public record Query(List<Word> words) {
    static final int CHARACTERS = 200;
    static final int WORDS = 16;
    private static final String OPENING = "“「『\"＂";
    private static final String CLOSING = "”」』\"＂";

    public Query {
        words = List.copyOf(words);
    }

    /// The words of what was typed.
    ///
    /// @param typed
    ///            absent or blank: everything
    /// @throws Problem
    ///             `MALFORMED_QUERY` with `reason`: `too-long`, `too-many-words`,
    ///             `open-quote`, `stray-quote` or `no-words`
    public static Query of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return new Query(List.of());
        }
        if (typed.length() > CHARACTERS) {
            throw malformed("too-long");
        }
        List<Word> words = new Reading(typed).words();
        if (words.isEmpty()) {
            throw malformed("no-words");
        }
        if (words.size() > WORDS) {
            throw malformed("too-many-words");
        }
        return new Query(words);
    }

    private static Problem malformed(String reason) {
        return new Problem(ProblemType.MALFORMED_QUERY, "reason", reason);
    }

    /// One pass over the text.
    private static final class Reading {
        private final String typed;
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int at;

        Reading(String typed) {
            this.typed = typed;
        }

        List<Word> words() {
            while (at < typed.length()) {
                char c = typed.charAt(at++);
                int quote = OPENING.indexOf(c);
                if (quote >= 0) {
                    end(false);
                    quoted(CLOSING.charAt(quote));
                } else if (CLOSING.indexOf(c) >= 0) {
                    throw malformed("stray-quote");
                } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                    end(false);
                } else {
                    word.append(c);
                }
            }
            end(false);
            return words;
        }

        private void quoted(char closing) {
            int end = typed.indexOf(closing, at);
            if (end < 0) {
                throw malformed("open-quote");
            }
            word.append(typed, at, end);
            at = end + 1;
            end(true);
        }

        /// What holds no letter and no digit is not looked for: punctuation between
        /// words is no word.
        private void end(boolean quoted) {
            String text = word.toString().strip();
            word.setLength(0);
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(new Word(text, quoted));
            }
        }
    }
}
