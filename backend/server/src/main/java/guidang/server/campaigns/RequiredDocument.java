package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.LocalDate;

/// One document that every rostered organisation is to file.
///
/// @param required
///            whether it counts as owed; an optional one may be filed
public record RequiredDocument(Code type, Period period, DueRule due, boolean required) {
    /// Due on a day that is the same for everybody.
    public RequiredDocument(Code type, Period period, LocalDate due, boolean required) {
        this(type, period, new DueRule.On(due), required);
    }
}
