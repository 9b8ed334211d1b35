package guidang.server.suggestions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How much speaks for a suggestion: an order, and no probability.
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /// As in the API.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Two points or more are high, one is medium.
    static Confidence of(int points) {
        return points >= 2 ? HIGH : points == 1 ? MEDIUM : LOW;
    }
}
