package guidang.server.notices;

import java.time.Instant;

/// A message that is to be sent.
///
/// @param id
///            the same in every attempt
/// @param channel
///            such as `mail`
/// @param to
///            as the channel names whom it reaches: never an address
/// @param created
///            from when on it is tried, for a day
record Outgoing(int format, String id, String channel, String to, Instant created, Reminder reminder) {
    static final int FORMAT = 1;
}
