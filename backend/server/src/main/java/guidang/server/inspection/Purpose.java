package guidang.server.inspection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file is sent for. That decides how large it may be, of which types,
/// and what is read of it.
enum Purpose {
    /// To be filed, as any of a version's files: its text is read.
    REPORT,
    /// To be attached to an item's progress (佐证): no word of it is kept.
    EVIDENCE;

    /// A report where nothing is said.
    ///
    /// @throws Problem
    ///             `INVALID_FIELD` where it is neither
    static Purpose of(@Nullable String word) {
        return word == null
                ? REPORT
                : Arrays.stream(values()).filter(purpose -> purpose.word().equals(word)).findAny()
                        .orElseThrow(() -> new Problem(ProblemType.INVALID_FIELD, "fields", List.of("purpose")));
    }

    @JsonCreator
    static Purpose stored(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
