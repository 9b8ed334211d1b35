package guidang.reader;

/// The lines of an extracted text.
final class Lines {
    private Lines() {
    }

    /// Line ends become line feeds; control characters and byte order marks go.
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                out.append('\n');
                i += i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (c == '\f' || c == 0x2028 || c == 0x2029) {
                out.append('\n');
            } else if (c == '\n' || c == '\t' || (c >= ' ' && c != 0x7f && c != 0xfeff)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
