package guidang.reader.formats;

/// A line as it stands on a page. Lengths are in the page's own unit; up is
/// smaller.
///
/// @param left
///            where its first character begins
/// @param right
///            where its last one ends
/// @param base
///            its base line
/// @param size
///            of its letters
record PageLine(String text, double left, double right, double base, double size) {
    boolean tabbed() {
        return text.indexOf('\t') >= 0;
    }

    /// Full-width characters take one em, others half of one.
    static double ems(String text) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            ems += isWide(text.charAt(i)) ? 1 : 0.5;
        }
        return ems;
    }

    static boolean isWide(char c) {
        return (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xac00 && c < 0xd7a4) || (c >= 0xf900 && c < 0xfb00)
                || (c >= 0xff00 && c < 0xff61) || (c >= 0x2010 && c < 0x2027) || (c >= 0x2460 && c < 0x2500)
                || Character.isSurrogate(c);
    }
}
