package guidang.server.suggestions;

import java.util.ArrayList;
import java.util.List;

/// What speaks for a suggestion and against it. A strong reason counts two
/// points, a weak one one, a contrary one takes one away. So one more reason for
/// it never lowers the confidence, and one more against it never raises it
/// (READING.md lists the reasons).
final class Evidence {
    private final List<String> reasons = new ArrayList<>();
    private int points;

    Evidence strong(boolean holds, String reason) {
        return add(holds, reason, 2);
    }

    Evidence weak(boolean holds, String reason) {
        return add(holds, reason, 1);
    }

    Evidence against(boolean holds, String reason) {
        return add(holds, reason, -1);
    }

    /// Told, and counted neither way.
    Evidence told(boolean holds, String reason) {
        return add(holds, reason, 0);
    }

    private Evidence add(boolean holds, String reason, int worth) {
        if (holds) {
            reasons.add(reason);
            points += worth;
        }
        return this;
    }

    int points() {
        return points;
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    boolean has(String reason) {
        return reasons.contains(reason);
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }

    Confidence confidence() {
        return Confidence.of(points);
    }
}
