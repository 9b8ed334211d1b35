package guidang.server.query;

import java.util.Map;

/// Counts of obligations.
///
/// @param rows
///            by the path of an organisation, with all below it, or by another
///            key; those with nothing expected and nothing exempted are left out
/// @param own
///            of the organisation asked for, without those below it
/// @param total
///            over all that was asked
public record FiguresAnswer(Map<String, Figures> rows, Figures own, Figures total, AsOf asOf) {
    public FiguresAnswer {
        rows = Map.copyOf(rows);
    }

    /// Counts as DESIGN §8 defines them; each is the size of the [Show] of its
    /// name.
    ///
    /// @param expected
    ///            required documents of rostered organisations, not exempted
    /// @param delivered
    ///            of these, with a version that is not void
    /// @param overdue
    ///            of these, due and not delivered
    /// @param onTime
    ///            delivered before they were due
    /// @param timed
    ///            what timeliness is a share of: delivered with a due day that is
    ///            known, or overdue
    /// @param returned
    ///            and not yet mended
    /// @param waiting
    ///            delivered, and nobody has said anything of it yet
    /// @param dateMissing
    ///            expected, and nobody knows until when
    /// @param organizations
    ///            with at least one expected document
    /// @param complete
    ///            of these, all of whose expected documents are delivered
    public record Figures(long expected, long delivered, long overdue, long onTime, long timed, long returned, long waiting,
            long accepted, long dateMissing, long exempted, long organizations, long complete) {
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        public boolean isNone() {
            return equals(NONE);
        }
    }
}
