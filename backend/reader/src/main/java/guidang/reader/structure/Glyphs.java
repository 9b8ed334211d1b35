package guidang.reader.structure;

/// What single characters are.
final class Glyphs {
    private Glyphs() {
    }

    /// White space of any width, also what has none.
    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u3000' || c == '\u00a0' || (c >= 0x2000 && c <= 0x200f) || c == 0x202f || c == 0x2060
                || c == 0xfeff;
    }

    static boolean isHan(char c) {
        return (c >= 0x4e00 && c <= 0x9fff) || c == '〇' || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff);
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    static int digit(char c) {
        return c >= '０' ? c - '０' : c - '0';
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// Ends a sentence.
    static boolean isStop(char c) {
        return c == '。' || c == '！' || c == '？' || c == '!' || c == '?' || c == '｡';
    }

    static boolean isColon(char c) {
        return c == '：' || c == ':' || c == '︰' || c == '﹕';
    }

    static boolean isComma(char c) {
        return c == '，' || c == ',' || c == '﹐';
    }

    static boolean isSemicolon(char c) {
        return c == '；' || c == ';';
    }

    /// The same, or a dot that stands for it among Han characters.
    static boolean isStop(String text, int at) {
        char c = text.charAt(at);
        if (isStop(c) || (c != '.' && c != '．') || at == 0) {
            return isStop(c);
        }
        char before = text.charAt(at - 1);
        boolean after = at + 1 >= text.length() || isHan(text.charAt(at + 1)) || isOpening(text.charAt(at + 1))
                || isBlank(text.charAt(at + 1))
                || isDigit(text.charAt(at + 1));
        return after && (isHan(before) || isClosing(before));
    }

    /// Any sign after which something new may begin.
    static boolean isPause(char c) {
        return isStop(c) || isColon(c) || isComma(c) || isSemicolon(c) || c == '、' || c == '…' || c == '—';
    }

    static boolean isDot(char c) {
        return c == '.' || c == '．' || c == '。' || c == '｡' || c == '·' || c == '﹒';
    }

    static boolean isOpening(char c) {
        return "（(“‘《〈【〔[「『﹙".indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return "）)”’》〉】〕]」』﹚".indexOf(c) >= 0;
    }

    /// The first place from `from` on that is not blank, or `to`.
    static int skip(String text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// One past the last place before `to` that is not blank, or `from`.
    static int trim(String text, int from, int to) {
        int at = to;
        while (at > from && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// The words of a range without line breaks and the blanks around these.
    static String words(String text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        boolean broken = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                broken = true;
                out.setLength(trimmed(out));
            } else if (!broken || !isBlank(c)) {
                if (broken && !out.isEmpty() && isLatin(c) && isLatin(out.charAt(out.length() - 1))) {
                    out.append(' ');
                }
                broken = false;
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static int trimmed(StringBuilder out) {
        int length = out.length();
        while (length > 0 && isBlank(out.charAt(length - 1))) {
            length--;
        }
        return length;
    }

    /// Letters and digits alone: what is compared when words are.
    static String core(String words) {
        StringBuilder out = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }
}
