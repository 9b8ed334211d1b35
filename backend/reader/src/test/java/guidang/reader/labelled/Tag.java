package guidang.reader.labelled;

/// One mark in a labelled document.
///
/// @param name
///            `section`, `item`, `body`, or what stands in the braces
/// @param value
///            a section's roles, an item's level, what follows `=`; else empty
/// @param start
///            where the marked words, or a section's or item's number, begin in
///            the text
/// @param end
///            where they end; `start` for a mark without words
record Tag(String name, String value, int start, int end) {

    boolean isNamed(String other) {
        return name.equals(other);
    }

    Span span() {
        return new Span(start, end);
    }
}
