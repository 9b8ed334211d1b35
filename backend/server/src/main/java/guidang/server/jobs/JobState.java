package guidang.server.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a job stands.
public enum JobState {
    /// Nobody is at it yet.
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /// Stopped because somebody said so. What it did by then stays.
    CANCELLED;

    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }

    /// As in the API and in the state.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
