package guidang.server.jobs;

import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.RandomBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Ids of jobs, and of what sorts by its time like them: 32 characters of
/// `[a-z2-7]`. The first ten are the time in milliseconds, in digits that sort
/// as their characters do; the others nobody guesses.
public final class JobIds {
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int TIME = 10;
    private static final int OTHERS = 22;

    private JobIds() {
    }

    public static String create(Instant now) {
        return time(now) + OperationId.base32(RandomBytes.of(OTHERS), OTHERS);
    }

    /// The same for the same order.
    static String of(JobOrder.Once once) {
        byte[] hash = Digests.sha256(("job\0" + once.key()).getBytes(StandardCharsets.UTF_8));
        return time(once.at()) + OperationId.base32(hash, OTHERS);
    }

    /// The beginning of the ids of this millisecond.
    static String time(Instant now) {
        char[] digits = new char[TIME];
        long left = now.toEpochMilli();
        for (int i = TIME - 1; i >= 0; i--, left >>>= 5) {
            digits[i] = DIGITS.charAt((int) (left & 31));
        }
        return new String(digits);
    }

    /// When a thing of this id was made.
    public static Instant timeOf(String id) {
        long time = 0;
        for (int i = 0; i < TIME; i++) {
            time = time << 5 | DIGITS.indexOf(id.charAt(i));
        }
        return Instant.ofEpochMilli(time);
    }

    /// Whether a text from outside has the form of one.
    public static boolean isOne(String text) {
        return OperationId.isOne(text);
    }
}
