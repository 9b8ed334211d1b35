package guidang.server.organizations;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Reads an as-of: a moment, or a day, which means its end.
@Component
final class Moments {
    private static final int DAY = 10;

    private final Tree tree;
    private final ZoneId zone;

    Moments(Tree tree, @Value("${guidang.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.tree = tree;
        this.zone = zone;
    }

    /// The view of that moment; that of now where none is given.
    ///
    /// @param asOf
    ///            `2026-11-23T06:05:00Z` or `2026-11-23`
    /// @throws Problem
    ///             `INVALID_FIELD`
    long view(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return TreeNode.NOW;
        }
        try {
            return tree.view(asOf.length() == DAY ? endOf(LocalDate.parse(asOf)) : Instant.parse(asOf));
        } catch (DateTimeException | ArithmeticException malformed) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("asOf"));
        }
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }
}
