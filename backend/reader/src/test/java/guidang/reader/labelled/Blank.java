package guidang.reader.labelled;

/// White space of any width.
final class Blank {
    private Blank() {
    }

    static boolean is(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfeff || c == 0x200b;
    }

    static String without(String text) {
        return text.codePoints().filter(c -> !is(c)).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }
}
