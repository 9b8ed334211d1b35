package guidang.reader.word;

/// A paragraph while it is read.
final class PendingParagraph {
    final StringBuilder text = new StringBuilder();
    final ParagraphStyle own = new ParagraphStyle();
    String style = "";
    String number = "";
    int heading;
    boolean title;
    boolean centered;
    boolean contents;
    boolean note;
    /// Its end was deleted: the next one goes on in it.
    boolean joined;

    String words() {
        return number + text;
    }

    void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n' || c == '\r') {
                text.append(' '); // XML breaks its lines anywhere
            } else if (c == 0x2028 || c == 0x2029) {
                text.append('\n');
            } else if (c == '\t' || (c >= ' ' && c != 0x7f && c != 0xfeff)) {
                text.append(c);
            }
        }
    }
}
