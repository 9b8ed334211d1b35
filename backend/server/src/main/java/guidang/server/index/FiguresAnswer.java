package guidang.server.index;

import java.util.Map;

/// Counts of obligations.
///
/// @param rows
///            by the path of an organisation, with all below it; those with
///            nothing expected are left out
/// @param own
///            of the organisation asked for, without those below it
/// @param total
///            over all that was asked
public record FiguresAnswer(Map<String, Figures> rows, Figures own, Figures total, AsOf asOf) {
    public FiguresAnswer {
        rows = Map.copyOf(rows);
    }

    /// Counts as DESIGN §8 defines them.
    ///
    /// @param expected
    ///            required documents of rostered organisations
    /// @param delivered
    ///            of these, with a version that is not void
    /// @param overdue
    ///            of these, due and not delivered
    /// @param organizations
    ///            with at least one expected document
    /// @param complete
    ///            of these, all of whose expected documents are delivered
    public record Figures(long expected, long delivered, long overdue, long organizations, long complete) {
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0);
    }
}
