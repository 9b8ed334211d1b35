package guidang.server.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One record of a slot's stream.
///
/// @param position
///            its place in the stream, from 0
/// @param type
///            `filed`, `withdrawn`, `sealed`, `released` or `destroyed`
/// @param at
///            when the request was received
/// @param version
///            the number of the version that it happened to
/// @param report
///            the version's id
/// @param reason
///            of all but a filing; absent where it went with what was destroyed
public record HistoryEvent(int position, String type, Instant at, int version, String report, @Nullable String reason) {}
