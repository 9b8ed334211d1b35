package guidang.reader.structure;

/// Characters that no report has: of private use, replacements, invisible or
/// turning ones, halves of pairs.
final class OddCharacters {
    private int count;
    private int first = -1;
    private String name = "";

    private OddCharacters() {
    }

    static void check(String text, Findings findings) {
        OddCharacters odd = new OddCharacters();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x200b) {
                odd.look(text, i, c);
            } else if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7f && c < 0xa0)) {
                odd.add(i, c);
            }
        }
        odd.report(findings);
    }

    private void look(String text, int at, char c) {
        boolean invisible = c <= 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
        boolean unknown = (c >= 0xe000 && c <= 0xf8ff) || c == 0xfffd || c >= 0xfffe;
        boolean half = (Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1))))
                || (Character.isHighSurrogate(c) && (at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1))));
        boolean garbled = (c == '锟' && text.startsWith("锟斤拷", at)) || (c == '烫' && text.startsWith("烫烫烫", at));
        if (invisible || unknown || half || garbled) {
            add(at, c);
        }
    }

    private void add(int at, char c) {
        if (first < 0) {
            first = at;
            name = String.format("U+%04X", (int) c);
        }
        count++;
    }

    private void report(Findings findings) {
        if (count > 0) {
            findings.add(guidang.reader.protocol.Structure.Code.ODD_CHARACTERS, first, first + 1,
                    java.util.Map.of("count", Integer.toString(count), "first", name));
        }
    }
}
