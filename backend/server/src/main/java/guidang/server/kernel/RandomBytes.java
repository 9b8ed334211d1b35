package guidang.server.kernel;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// Unpredictable bytes, without waiting for a device: the generator is seeded
/// once (NIST SP 800-90A), while the default one reads the device at each call.
public final class RandomBytes {
    private static final SecureRandom RANDOM = seeded();

    private RandomBytes() {
    }

    private static SecureRandom seeded() {
        try {
            SecureRandom random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[1]);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has DRBG", e);
        }
    }

    public static byte[] of(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
