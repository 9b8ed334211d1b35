package guidang.server.notices;

import guidang.server.objects.StoredJson;
import java.time.Instant;
import java.util.Objects;

/// Messages as events: CloudEvents 1.0, structured JSON.
final class Events {
    static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";
    static final String REMINDER = "cn.guidang.reminder.v1";
    static final String RECTIFICATIONS = "cn.guidang.rectifications.v1";

    private Events() {
    }

    /// The attributes and, as data, the reminder. Attributes that are absent are
    /// left out.
    record Event(String specversion, String id, String source, String type, String subject, Instant time,
            String datacontenttype, Object data) {}

    /// The same bytes in every attempt.
    static byte[] of(Outgoing message, String source) {
        ItemReminder items = message.rectifications();
        if (items != null) {
            return StoredJson.bytes(event(message, source, RECTIFICATIONS, items.organization(), items));
        }
        Reminder reminder = Objects.requireNonNull(message.reminder());
        return StoredJson.bytes(event(message, source, REMINDER, reminder.organization(), reminder));
    }

    private static Event event(Outgoing message, String source, String type, Reminder.Party subject, Object data) {
        return new Event("1.0", message.id(), source, type, subject.code().value(), message.created(), "application/json", data);
    }
}
