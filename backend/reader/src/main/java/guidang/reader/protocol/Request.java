package guidang.reader.protocol;

import java.io.IOException;
import java.util.Arrays;

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
    /// What is asked for. The number stands in the frame.
    public enum Task {
        /// The reading of a report.
        REPORT(0),
        /// Whether the file may come in as evidence: its type and its marking, no word
        /// of it.
        EVIDENCE(1),
        /// A small picture of it.
        PREVIEW(2);

        private final int number;

        Task(int number) {
            this.number = number;
        }

        private static Task of(int number) throws IOException {
            return Arrays.stream(values()).filter(task -> task.number == number).findAny()
                    .orElseThrow(() -> new IOException("a request of kind " + number));
        }
    }

    /// Asks for a reading.
    public Request(String path, String name, int textLimit) {
        this(Task.REPORT, path, name, textLimit);
    }

    public byte[] frame() {
        return Frames.frame(out -> {
            out.writeByte(task.number);
            Frames.text(out, path);
            Frames.text(out, name);
            out.writeInt(textLimit);
        });
    }

    public static Request parse(byte[] frame) throws IOException {
        return Frames.parse(frame,
                in -> new Request(Task.of(in.readUnsignedByte()), Frames.text(in), Frames.text(in), in.readInt()));
    }
}
