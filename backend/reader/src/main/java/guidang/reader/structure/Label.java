package guidang.reader.structure;

/// A number at the start of a unit.
///
/// @param start
///            its first character
/// @param end
///            one past its last, separators included, blanks not
/// @param content
///            where the words after it begin
/// @param faulty
///            whether the separator is one too many or the wrong one
/// @param odd
///            whether a character only looks like a numeral
record Label(Style style, int value, int start, int end, int content, boolean faulty, boolean odd) {
    String words(String text) {
        return Glyphs.words(text, start, end);
    }
}
