package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;

/// What one rostered organisation is to file: the place that `filing` fills.
///
/// @param due
///            the last day
/// @param dueAt
///            the moment from which it is overdue
/// @param required
///            whether it counts as owed
/// @param open
///            whether the campaign still takes reports
public record ExpectedSlot(Code campaign, String campaignName, Code organization, Code documentType, String documentName,
        Period period, LocalDate due, Instant dueAt, boolean required, boolean open) {}
