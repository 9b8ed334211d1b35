package guidang.reader.protocol;

import java.io.IOException;

/// Asks for the reading of one file.
///
/// @param path
///            a local file that the child may read; relative to its working
///            directory
/// @param name
///            the name that the file came with: its extension is compared with
///            what the bytes are, and decides nothing
/// @param textLimit
///            more UTF-16 units of text than these are refused
public record Request(String path, String name, int textLimit) {
    public byte[] frame() {
        return Frames.frame(out -> {
            Frames.text(out, path);
            Frames.text(out, name);
            out.writeInt(textLimit);
        });
    }

    public static Request parse(byte[] frame) throws IOException {
        return Frames.parse(frame, in -> new Request(Frames.text(in), Frames.text(in), in.readInt()));
    }
}
