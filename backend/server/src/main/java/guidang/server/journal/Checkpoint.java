package guidang.server.journal;

import java.util.Arrays;
import java.util.Base64;

/// What a checkpoint says: the body of C2SP tlog-checkpoint, without
/// extension lines.
record Checkpoint(String origin, long size, byte[] root) {
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /// Reads the body of a signed note; signatures are not looked at.
    ///
    /// @throws IllegalArgumentException
    ///             where it is no checkpoint
    static Checkpoint parse(String note) {
        String[] lines = note.split("\n", 4);
        if (lines.length < 4 || !lines[3].startsWith("\n")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    boolean says(Checkpoint other) {
        return origin.equals(other.origin) && size == other.size && Arrays.equals(root, other.root);
    }
}
