package guidang.reader.passages;

import guidang.reader.protocol.Structure.Span;
import java.util.ArrayList;
import java.util.List;

/// One side of a passage: its place in the text, and what of it the other
/// script holds.
final class Sides {
    private Sides() {
    }

    /// @param first
    ///            sentence of the section
    /// @param last
    ///            sentence, the same or a later one
    static Passage.Side of(Script.Part part, int first, int last, Held other) {
        Letters letters = part.letters();
        return new Passage.Side(part.role(), letters.place(letters.begin(first)), letters.stop(last),
                same(part, letters.begin(first), letters.end(last), other));
    }

    private static List<Span> same(Script.Part part, int from, int to, Held other) {
        Letters letters = part.letters();
        List<Span> same = new ArrayList<>();
        int begun = -1;
        int until = 0;
        for (int n = from; n < to; n++) {
            if (begun >= 0 && n >= until) {
                same.add(new Span(letters.place(begun), letters.place(until - 1) + 1));
                begun = -1;
            }
            if (other.has(part.shingles()[n])) {
                begun = begun < 0 ? n : begun;
                until = n + Script.SHINGLE;
            }
        }
        if (begun >= 0) {
            same.add(new Span(letters.place(begun), letters.place(until - 1) + 1));
        }
        return same;
    }
}
