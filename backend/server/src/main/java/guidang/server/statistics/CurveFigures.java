package guidang.server.statistics;

import guidang.server.query.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How reports came in against the days on which they were due.
///
/// @param before
///            of the campaign that was asked for besides
record CurveFigures(AsOf asOf, boolean excludesTransferred, Curve curve, @Nullable Curve before) {
    /// @param arrived
    ///            delivered reports by the day of their arrival, days without any
    ///            left out
    /// @param due
    ///            expected reports by their last day
    record Curve(long expected, List<DayCount> arrived, List<DayCount> due) {}

    record DayCount(LocalDate day, long count) {}
}
