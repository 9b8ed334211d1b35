package guidang.reader.protocol;

import java.io.DataInputStream;
import java.io.IOException;

/// Asks for something of one file.
///
/// @param path
///            a local file that the child may read; relative to its working
///            directory
/// @param name
///            the name that the file came with: its extension is compared with
///            what the bytes are, and decides nothing
/// @param textLimit
///            more UTF-16 units of text than these are refused
public record Request(Task task, String path, String name, int textLimit) {
    /// What is asked for.
    public enum Task {
        /// The reading of a report.
        REPORT,
        /// Whether the file may come in as evidence: its type and its marking, no
        /// word of it.
        EVIDENCE,
        /// A small picture of it.
        PREVIEW
    }

    /// Asks for a reading.
    public Request(String path, String name, int textLimit) {
        this(Task.REPORT, path, name, textLimit);
    }

    public byte[] frame() {
        return Frames.frame(out -> {
            out.writeByte(task.ordinal());
            Frames.text(out, path);
            Frames.text(out, name);
            out.writeInt(textLimit);
        });
    }

    public static Request parse(byte[] frame) throws IOException {
        return Frames.parse(frame, in -> new Request(task(in), Frames.text(in), Frames.text(in), in.readInt()));
    }

    private static Task task(DataInputStream in) throws IOException {
        int task = in.readUnsignedByte();
        if (task >= Task.values().length) {
            throw new IOException("a request of kind " + task);
        }
        return Task.values()[task];
    }
}
