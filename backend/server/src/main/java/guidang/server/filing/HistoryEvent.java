package guidang.server.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One record of a slot's stream.
///
/// @param position
///            its place in the stream, from 0
/// @param type
///            `filed` or `withdrawn`
/// @param at
///            when the request was received
/// @param version
///            the number of the version that was filed or withdrawn
/// @param report
///            the version's id
/// @param reason
///            of a withdrawal
public record HistoryEvent(int position, String type, Instant at, int version, String report, @Nullable String reason) {}
