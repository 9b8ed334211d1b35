package guidang.server.statistics;

import guidang.server.query.AsOf;
import guidang.server.query.FiguresAnswer.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is owed and delivered, in the order of the tree.
///
/// @param excludesTransferred
///            whether units transferred since, which may lie outside the scope
///            now, are left out: always in the tree of then
/// @param rows
///            add up to the total: the organisation asked for by itself, where
///            it owes something, then those directly below it, each with all
///            below it
/// @param before
///            of the campaign that was asked for besides
record OrganizationFigures(AsOf asOf, @Nullable String campaign, boolean excludesTransferred, List<OrganizationRow> rows,
        Figures total, @Nullable Figures before) {
    /// The figures are those of [Figures].
    ///
    /// @param children
    ///            how many organisations lie directly below: 0 is not to be opened
    record OrganizationRow(String organization, String name, int children, long expected, long delivered, long overdue,
            long onTime, long timed, long returned, long waiting, long accepted, long dateMissing, long exempted,
            long organizations, long complete, @Nullable Figures before) {
        static OrganizationRow of(String organization, String name, int children, Figures f, @Nullable Figures before) {
            return new OrganizationRow(organization, name, children, f.expected(), f.delivered(), f.overdue(), f.onTime(),
                    f.timed(), f.returned(), f.waiting(), f.accepted(), f.dateMissing(), f.exempted(), f.organizations(),
                    f.complete(), before);
        }

        Figures figures() {
            return new Figures(expected, delivered, overdue, onTime, timed, returned, waiting, accepted, dateMissing, exempted,
                    organizations, complete);
        }
    }
}
