package guidang.server.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One record of a slot's stream.
///
/// @param position
///            its place in the stream, from 0
/// @param type
///            of the record: `filed`, `withdrawn`, `returned` …
/// @param at
///            when the request was received
/// @param version
///            the number of the version that it happened to; absent where it
///            happened to the slot
/// @param report
///            the version's id; absent alike
/// @param reason
///            absent of a filing, where none was given, and where it went with
///            what was destroyed
public record HistoryEvent(int position, String type, Instant at, @Nullable Integer version, @Nullable String report,
        @Nullable String reason) {}
