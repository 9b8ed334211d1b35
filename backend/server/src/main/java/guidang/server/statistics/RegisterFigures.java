package guidang.server.statistics;

import guidang.server.query.AsOf;
import guidang.server.query.ItemsAnswer.ItemFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far rectification has come, in the order of the tree.
///
/// @param excludesTransferred
///            as in [OrganizationFigures]
/// @param rows
///            add up to the total: the organisation asked for by itself, where
///            it has items, then those directly below it, each with all below it
record RegisterFigures(AsOf asOf, @Nullable String campaign, boolean excludesTransferred, List<RegisterFiguresRow> rows,
        RegisterCounts total) {
    /// An organisation.
    ///
    /// @param children
    ///            how many organisations lie directly below: 0 is not to be opened
    record RegisterFiguresRow(String organization, String name, int children, RegisterCounts figures) {}

    /// Counts of items; docs/INDEX.md says which question to the register lists
    /// exactly those of a number.
    ///
    /// @param timed
    ///            not ongoing: what the rate is a share of
    /// @param closed
    ///            of these
    /// @param rate
    ///            整改率, 0 to 1: `closed` of `timed`; absent over nothing
    /// @param dueSoon
    ///            unsettled, due within 14 days
    /// @param waiting
    ///            whose close-out waits for an officer
    /// @param extensions
    ///            whose extension waits for an officer
    /// @param returnedCloseOuts
    ///            whose close-out was returned once at least
    /// @param medianDays
    ///            whole days from the opening to the close-out of those `closed`;
    ///            absent where there is none
    record RegisterCounts(long items, long ongoing, long ongoingClosed, long timed, long closed, @Nullable Double rate,
            long overdue, long dueSoon, long waiting, long extensions, long returnedCloseOuts, @Nullable Double medianDays) {
        static RegisterCounts of(ItemFigures f) {
            Double rate = f.timed() == 0 ? null : (double) f.closed() / f.timed();
            return new RegisterCounts(f.items(), f.ongoing(), f.ongoingClosed(), f.timed(), f.closed(), rate, f.overdue(),
                    f.dueSoon(), f.waiting(), f.extensions(), f.returned(), f.medianDays());
        }
    }
}
