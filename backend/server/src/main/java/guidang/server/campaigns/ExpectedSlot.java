package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one rostered organisation is to file: the place that `filing` fills.
///
/// @param due
///            the last day; null while it hangs on a meeting that is not
///            recorded ("date missing")
/// @param dueAt
///            the moment from which it is overdue; null where there is no last
///            day
/// @param afterMeeting
///            the rule, where the last day hangs on the meeting
/// @param required
///            whether it counts as owed
/// @param open
///            whether the campaign still takes reports
public record ExpectedSlot(Code campaign, String campaignName, Code organization, Code documentType, String documentName,
        Period period, @Nullable LocalDate due, @Nullable Instant dueAt, DueRule.@Nullable AfterMeeting afterMeeting,
        boolean required, boolean open) {}
