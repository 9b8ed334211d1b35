package guidang.server.statistics;

import guidang.server.index.AsOf;
import guidang.server.index.FiguresAnswer.Figures;
import java.util.List;

/// Delivered and owed in a campaign, in the order of the tree.
///
/// @param rows
///            add up to the total: the organisation asked for by itself, where
///            it owes something, then those directly below it, each with all
///            below it
record OrganizationFigures(AsOf asOf, String campaign, List<OrganizationRow> rows, Figures total) {
    /// @param children
    ///            how many organisations lie directly below: 0 is not to be opened
    /// @param expected
    ///            required documents
    /// @param delivered
    ///            of these
    /// @param overdue
    ///            due and not delivered
    /// @param organizations
    ///            that owe or owed anything
    /// @param complete
    ///            of these, all of whose documents are delivered
    record OrganizationRow(String organization, String name, int children, long expected, long delivered, long overdue,
            long organizations, long complete) {}
}
