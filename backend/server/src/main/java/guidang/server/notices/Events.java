package guidang.server.notices;

import guidang.server.objects.StoredJson;
import java.time.Instant;

/// Messages as events: CloudEvents 1.0, structured JSON.
final class Events {
    static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";
    static final String REMINDER = "cn.guidang.reminder.v1";

    private Events() {
    }

    /// The attributes and, as data, the reminder. Attributes that are absent are
    /// left out.
    record Event(String specversion, String id, String source, String type, String subject, Instant time,
            String datacontenttype, Reminder data) {}

    /// The same bytes in every attempt.
    static byte[] of(Outgoing message, String source) {
        return StoredJson
                .bytes(new Event("1.0", message.id(), source, REMINDER, message.reminder().organization().code().value(),
                        message.created(), "application/json", message.reminder()));
    }

}
