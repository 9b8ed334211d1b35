package guidang.server.roster;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What is done about what is expected of an organisation.
enum ActKind {
    /// Nothing is expected of it.
    EXEMPT,
    /// An exemption is taken back.
    INCLUDE,
    /// It has until another day.
    EXTEND;

    /// As in the API.
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
