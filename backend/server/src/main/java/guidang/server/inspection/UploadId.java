package guidang.server.inspection;

import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.kernel.RandomBytes;
import java.nio.ByteBuffer;
import java.time.Instant;

/// Names an upload: 32 characters of lower-case base32 that begin with the
/// upload's time and go on at random, so that nobody guesses one and an old one
/// is told by its name.
record UploadId(String value) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BYTES = 20;
    private static final int CHARACTERS = 32;
    private static final int TIME_CHARACTERS = 8;
    /// The time's 40 bits count quarters of a second.
    private static final long QUARTER = 250;

    static UploadId create(Instant now) {
        byte[] bytes = RandomBytes.of(BYTES);
        long time = now.toEpochMilli() / QUARTER;
        ByteBuffer.wrap(bytes).put((byte) (time >>> 32)).putInt((int) time);
        return new UploadId(OperationId.base32(bytes, CHARACTERS));
    }

    /// @throws Problem
    ///             `UPLOAD_NOT_FOUND` where the text cannot be one
    static UploadId of(String text) {
        if (!OperationId.isOne(text)) {
            throw new Problem(ProblemType.UPLOAD_NOT_FOUND);
        }
        return new UploadId(text);
    }

    /// When the upload began, within a quarter of a second.
    Instant time() {
        long time = 0;
        for (int i = 0; i < TIME_CHARACTERS; i++) {
            time = time << 5 | ALPHABET.indexOf(value.charAt(i));
        }
        return Instant.ofEpochMilli(time * QUARTER);
    }
}
