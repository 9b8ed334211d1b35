package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.LocalDate;

/// One document that every rostered organisation is to file.
///
/// @param due
///            the last day
/// @param required
///            whether it counts as owed; an optional one may be filed
public record RequiredDocument(Code type, Period period, LocalDate due, boolean required) {}
