package guidang.server.filing;

import guidang.server.corrections.Correction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes with a filing and is no part of it.
///
/// @param corrected
///            against what was suggested
/// @param draft
///            that it finishes; absent where it was filed from none
record Beside(List<Correction> corrected, @Nullable FiledDraft draft) {
    Beside {
        corrected = List.copyOf(corrected);
    }
}
