package guidang.server.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/// What a branch tells of its meeting, on the
/// stream `meetings/{campaign}/{organization}`.
public sealed interface MeetingRecord {
    /// The last byte of the request that brought it.
    Instant receivedAt();

    /// The subject that told it.
    String actor();

    /// Whether a clerk of an organisation above told it (代报).
    boolean onBehalf();

    /// It is planned for this day.
    record Planned(LocalDate day, Instant receivedAt, String actor, boolean onBehalf) implements MeetingRecord {}

    /// It was held on this day.
    ///
    /// @param workingDays
    ///            as in [Meeting.Held]
    /// @param guessed
    ///            as in [Meeting.Held]
    record Held(LocalDate day, SortedMap<Integer, LocalDate> workingDays, boolean guessed, Instant receivedAt, String actor,
            boolean onBehalf) implements MeetingRecord {}
}
