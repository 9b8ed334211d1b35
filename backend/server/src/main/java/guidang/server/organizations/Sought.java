package guidang.server.organizations;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody types to find an organisation: a part of its code, name or
/// short name, or the pinyin of consecutive characters, each whole, shortened or
/// by its first letter: 机关党委 is found by `jiguan`, `jgdw`, `jigdw`.
///
/// @param words
///            in lower case
/// @param letters
///            of pinyin, without spaces and apostrophes; empty where it can't
///            be pinyin
record Sought(String words, String letters) {
    private static final Pattern PINYIN = Pattern.compile("[a-zü0-9' ]*[a-zü][a-zü0-9' ]*");
    /// More letters than anybody types; bounds the search.
    private static final int LETTERS = 64;

    static Sought of(String query) {
        String lower = query.strip().toLowerCase(Locale.ROOT);
        String letters = PINYIN.matcher(lower).matches() ? lower.replaceAll("[' ]", "").replace('ü', 'v') : "";
        return new Sought(lower, letters.length() > LETTERS ? "" : letters);
    }

    /// What [#in] looks into: a line each of the name, the short name, and the
    /// syllables of both.
    static String text(String name, @Nullable String shortName) {
        String second = shortName == null ? "" : shortName;
        return String.join("\n", line(name), line(second), syllables(name), syllables(second));
    }

    private static String line(String words) {
        return words.toLowerCase(Locale.ROOT).replace('\n', ' ');
    }

    /// Those of Chinese characters; each letter and digit is one, too.
    private static String syllables(String words) {
        List<Pinyin> all = PinyinDictionary.convertToPinyin(words);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.length() && i < all.size(); i++) {
            Pinyin one = all.get(i);
            char c = Character.toLowerCase(words.charAt(i));
            if (one != null && one != Pinyin.none5) {
                text.append(one.getPinyinWithoutTone()).append(' ');
            } else if (c < 128 && Character.isLetterOrDigit(c)) {
                text.append(c).append(' ');
            }
        }
        return text.toString();
    }

    boolean in(String code, String text) {
        int first = text.indexOf('\n');
        int second = text.indexOf('\n', first + 1);
        return contains(code.toLowerCase(Locale.ROOT), code.length()) || contains(text, second)
                || (!letters.isEmpty() && spells(text, second + 1));
    }

    private boolean contains(String text, int end) {
        int at = text.indexOf(words);
        return at >= 0 && at + words.length() <= end;
    }

    private boolean spells(String text, int from) {
        for (int at = from; at < text.length(); at = next(text, at)) {
            if (spells(text, at, 0)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the letters from here on are beginnings of the syllables from there
    /// on, one after the other.
    private boolean spells(String text, int at, int letter) {
        if (letter == letters.length()) {
            return true;
        }
        int same = 0;
        while (at + same < text.length() && letter + same < letters.length() && text.charAt(at + same) > ' '
                && text.charAt(at + same) == letters.charAt(letter + same)) {
            same++;
        }
        for (int taken = same; taken > 0; taken--) {
            if (letter + taken == letters.length() || spells(text, next(text, at), letter + taken)) {
                return true;
            }
        }
        return false;
    }

    /// Where the next syllable begins.
    private static int next(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        return end + 1;
    }
}
