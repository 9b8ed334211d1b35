package guidang.reader.labelled;

import java.util.function.IntUnaryOperator;

/// A half-open range of characters.
record Span(int start, int end) {

    boolean contains(int place) {
        return start <= place && place < end;
    }

    /// Length of the intersection over length of the union; 0 for two empty spans.
    double overlap(Span other) {
        int shared = Math.min(end, other.end) - Math.max(start, other.start);
        int whole = Math.max(end, other.end) - Math.min(start, other.start);
        return shared <= 0 ? 0 : (double) shared / whole;
    }

    Span map(IntUnaryOperator places) {
        return new Span(places.applyAsInt(start), places.applyAsInt(end));
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
