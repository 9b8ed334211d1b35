package guidang.reader;

import guidang.reader.protocol.Frames;
import guidang.reader.protocol.Request;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The child process: frames in on standard input, frames out on standard
/// output, until the input ends.
public final class ReaderMain {
    private static final int REQUEST_LIMIT = 1 << 16;

    private ReaderMain() {
    }

    public static void main(String[] args) throws IOException {
        InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        silence();
        endWithParent();
        DocumentReader reader = new DocumentReader();
        WarmUp.run(reader);
        Frames.write(out, new byte[0]);
        while (true) {
            try {
                Frames.write(out, reader.read(Request.parse(Frames.read(in, REQUEST_LIMIT))).frame());
            } catch (EOFException e) {
                return;
            }
        }
    }

    /// In the middle of a file nobody reads the input, whose end says that the
    /// server is gone.
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(ReaderMain::endWith);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it halts the JVM, and nobody waits for that
    private static void endWith(ProcessHandle parent) {
        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0));
    }

    /// Libraries print words of documents when they complain: neither stream of
    /// ours takes them. The JVM's own last words still reach standard error.
    private static void silence() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }
}
