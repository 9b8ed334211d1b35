package guidang.reader.structure;

import guidang.reader.protocol.Structure.Count;
import guidang.reader.protocol.Structure.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The aspects that a preamble announces, and their number; either may
/// be wrong.
record Announced(@Nullable Count count, List<Phrase> aspects) {
    static final Announced NOTHING = new Announced(null, List.of());

    Announced {
        aspects = List.copyOf(aspects);
    }

    boolean lists() {
        return !aspects.isEmpty();
    }
}
