package guidang.server.index;

import guidang.server.index.ReportAnswer.Count;
import java.util.List;

/// Current reports by the month in which they were received, the earliest
/// first; months without any are left out.
public record MonthsAnswer(List<Count> months, AsOf asOf) {
    public MonthsAnswer {
        months = List.copyOf(months);
    }
}
