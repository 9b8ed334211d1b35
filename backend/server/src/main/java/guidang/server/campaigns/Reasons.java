package guidang.server.campaigns;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks of what an act on a roster comes with.
public final class Reasons {
    /// In characters.
    public static final int LIMIT = 1000;

    private Reasons() {
    }

    /// The reason without spaces round it.
    ///
    /// @throws Problem
    ///             `INVALID_FIELD` where it is blank or too long
    public static String of(@Nullable String given) {
        String reason = Objects.requireNonNullElse(given, "").strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LIMIT) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("reason"));
        }
        return reason;
    }

    /// The list as it is, where it holds 1 to so many and no nulls.
    ///
    /// @throws Problem
    ///             `INVALID_FIELD`
    public static <T> List<T> listed(String field, @Nullable List<@Nullable T> given, int most) {
        Set<T> all = new LinkedHashSet<>();
        List<@Nullable T> wished = given == null ? List.of() : given;
        for (T one : wished) {
            if (one != null) {
                all.add(one);
            }
        }
        if (all.isEmpty() || all.size() > most) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of(field));
        }
        return List.copyOf(all);
    }
}
