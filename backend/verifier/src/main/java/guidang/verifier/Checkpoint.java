package guidang.verifier;

import java.util.Base64;

/// The body of a checkpoint (C2SP tlog-checkpoint).
record Checkpoint(String origin, long size, byte[] root) {
    /// @throws IllegalArgumentException
    ///             where the note is no checkpoint
    static Checkpoint parse(String note) {
        int end = note.lastIndexOf("\n\n");
        String[] lines = end < 0 ? new String[0] : note.substring(0, end).split("\n", -1);
        if (lines.length < 3) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }
}
