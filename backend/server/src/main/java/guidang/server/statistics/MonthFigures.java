package guidang.server.statistics;

import guidang.server.index.AsOf;
import java.util.List;

/// Current reports by the month in which they were received, the
/// earliest first.
record MonthFigures(AsOf asOf, List<MonthFigure> months) {
    /// @param month
    ///            `2026-11`
    record MonthFigure(String month, long filed) {}
}
