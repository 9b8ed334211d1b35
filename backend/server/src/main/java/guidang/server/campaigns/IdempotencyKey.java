package guidang.server.campaigns;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import org.jspecify.annotations.Nullable;

/// The caller's own name for a command, by which a retry is known.
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    private static final int LIMIT = 200;

    private IdempotencyKey() {
    }

    /// @throws Problem
    ///             `IDEMPOTENCY_KEY_MISSING`, also where it is longer than
    ///             200 characters
    static String of(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LIMIT) {
            throw new Problem(ProblemType.IDEMPOTENCY_KEY_MISSING);
        }
        return key;
    }
}
