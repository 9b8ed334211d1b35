package guidang.server.statistics;

import guidang.server.query.AsOf;
import java.util.List;

/// Rectification items by aspect and organisation.
///
/// @param excludesTransferred
///            as in [OrganizationFigures]
/// @param aspects
///            those with the most items, at most 200
/// @param rows
///            as in [RegisterFigures]; cells in the order of the aspects
/// @param items
///            all, also those under another aspect or under none
record RegisterAspects(AsOf asOf, boolean excludesTransferred, List<AspectOfItems> aspects, List<RegisterAspectRow> rows,
        long items) {
    /// An aspect. Names that are the same, and those that a template makes aliases
    /// of each other, are one.
    ///
    /// @param names
    ///            the words that items have for it: what to list them by
    record AspectOfItems(String name, List<String> names, RegisterAspectCounts counts) {}

    record RegisterAspectRow(String organization, String name, int children, List<RegisterAspectCounts> cells) {}

    /// As in [RegisterFigures].
    record RegisterAspectCounts(long items, long timed, long closed, long overdue) {
        static final RegisterAspectCounts NONE = new RegisterAspectCounts(0, 0, 0, 0);

        RegisterAspectCounts plus(RegisterAspectCounts more) {
            return new RegisterAspectCounts(items + more.items, timed + more.timed, closed + more.closed, overdue + more.overdue);
        }
    }
}
