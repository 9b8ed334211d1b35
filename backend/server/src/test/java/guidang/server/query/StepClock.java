package guidang.server.query;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes when it is told to.
final class StepClock implements InstantSource {
    private volatile Instant now;

    StepClock(String begin) {
        now = Instant.parse(begin);
    }

    @Override
    public Instant instant() {
        return now;
    }

    Instant advance(Duration by) {
        now = now.plus(by);
        return now;
    }
}
