package guidang.server.kernel;

import org.jspecify.annotations.Nullable;

/// The caller's own name for a command, by which a retry is known.
public final class IdempotencyKey {
    /// The request header that holds it.
    public static final String HEADER = "Idempotency-Key";
    private static final int LIMIT = 200;

    private IdempotencyKey() {
    }

    /// The key that a request gives.
    ///
    /// @param header
    ///            null where the request has none
    /// @throws Problem
    ///             `IDEMPOTENCY_KEY_MISSING`, also where it is longer than 200
    ///             characters or holds control characters
    public static String of(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LIMIT
                || header.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(ProblemType.IDEMPOTENCY_KEY_MISSING);
        }
        return header.strip();
    }
}
