package guidang.server.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
/// @param reminder
///            of documents; it, or the following
/// @param rectifications
///            of rectification items
record Outgoing(int format, String id, String channel, String to, Instant created, @Nullable Reminder reminder,
        @Nullable ItemReminder rectifications) {
    static final int FORMAT = 1;

    static Outgoing of(String id, String channel, String to, Reminder reminder) {
        return new Outgoing(FORMAT, id, channel, to, reminder.at(), reminder, null);
    }

    static Outgoing of(String id, String channel, String to, ItemReminder reminder) {
        return new Outgoing(FORMAT, id, channel, to, reminder.at(), null, reminder);
    }
}
