package guidang.reader.marking;

/// Makes characters plain, so that ＊ is a star and （ a bracket.
final class Glyph {
    private Glyph() {
    }

    /// Full-width forms and look-alikes as what they stand for; white space of
    /// every kind a blank; what does not show is a 0.
    static char plain(char c) {
        if (c >= 0xff01 && c <= 0xff5e) {
            return (char) (c - 0xfee0);
        } else if (c == 0x3000 || c == 0xa0 || Character.isWhitespace(c)) {
            return ' ';
        } else if (c == 0xfeff || c == 0xad || Character.getType(c) == Character.FORMAT || c == 0xfe0f) {
            return 0;
        }
        return switch (c) {
            case '✱', '∗', '﹡', '※', '⁎' -> '*';
            case '–', '—', '―', '─', '‐', '‑' -> '-';
            case '﹕', '∶' -> ':';
            case '★', '⭑', '✦', '✪' -> '★';
            default -> c;
        };
    }

    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = plain(text.charAt(i));
            if (c != 0) {
                out.append(c);
            }
        }
        return joined(out.toString().strip());
    }

    /// 秘 密 is set apart only to look well.
    private static String joined(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(text.charAt(i));
            int next = i + 1;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            if (next > i + 1 && next < text.length() && pair(text.charAt(i), text.charAt(next))) {
                i = next - 1;
            }
        }
        return out.toString();
    }

    private static boolean pair(char first, char second) {
        return "绝机秘絕機祕密".indexOf(first) >= 0 && (second == '密' || (first == '密' && (second == '级' || second == '級')));
    }

    static String compact(String plain) {
        return plain.indexOf(' ') < 0 ? plain : plain.replace(" ", "");
    }
}
