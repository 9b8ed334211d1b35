package guidang.reader.labelled;

import tools.jackson.databind.JsonNode;

/// Brings the spans of a document and those of its reading to the same places:
/// the characters of the document that are no white space.
final class Places {
    /// A start may be off by so many characters.
    private static final int NEAR = 2;

    private final String text;
    private final Words labelledWords;
    private final Words readWords;
    private final int[] onto;

    /// @param document
    ///            the labelled text
    /// @param text
    ///            what was read of it
    Places(String document, String text) {
        this.text = text;
        this.labelledWords = Words.of(document);
        this.readWords = Words.of(text);
        this.onto = readWords.onto(labelledWords);
    }

    /// Whether the reading has the very characters of the document.
    boolean areSame() {
        return readWords.equalsIn(labelledWords);
    }

    Span labelled(Span span) {
        return span.map(labelledWords::rank);
    }

    Span read(JsonNode node) {
        return new Span(node.path("start").asInt(-1), node.path("end").asInt(-1)).map(place -> onto[readWords.rank(place)]);
    }

    double overlap(Span span, JsonNode node) {
        return labelled(span).overlap(read(node));
    }

    boolean areNear(int place, JsonNode node) {
        return Math.abs(labelledWords.rank(place) - read(node).start()) <= NEAR;
    }

    String words(JsonNode node) {
        int length = text.codePointCount(0, text.length());
        int start = Math.clamp(node.path("start").asInt(0), 0, length);
        int end = Math.clamp(node.path("end").asInt(0), start, length);
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

}
