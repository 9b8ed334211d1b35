package guidang.server.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts of rectification items.
///
/// @param rows
///            by the path of an organisation, with all below it; those without
///            items are left out
/// @param own
///            of the organisation asked for, without those below it
/// @param total
///            over all that was asked
public record ItemsAnswer(Map<String, ItemFigures> rows, ItemFigures own, ItemFigures total, AsOf asOf) {
    public ItemsAnswer {
        rows = Map.copyOf(rows);
    }

    /// Counts as DESIGN §8 defines them; each is the size of the [ItemShow] of its
    /// name.
    ///
    /// @param timed
    ///            not ongoing: what the rectification rate is a share of
    /// @param closed
    ///            of these
    /// @param returned
    ///            whose close-out was returned once at least
    /// @param medianDays
    ///            of those closed and not ongoing, whole days from the opening to
    ///            the close-out, the mean of the two in the middle where they are
    ///            even; absent where there is none
    public record ItemFigures(long items, long ongoing, long ongoingClosed, long timed, long closed, long overdue, long dueSoon,
            long waiting, long extensions, long returned, @Nullable Double medianDays) {
        public static final ItemFigures NONE = new ItemFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);

        public boolean isNone() {
            return items == 0;
        }

        ItemFigures median(@Nullable Double days) {
            return new ItemFigures(items, ongoing, ongoingClosed, timed, closed, overdue, dueSoon, waiting, extensions, returned,
                    days);
        }
    }
}
