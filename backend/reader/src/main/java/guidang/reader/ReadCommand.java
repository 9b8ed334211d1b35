package guidang.reader;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Request;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `guidang read FILE…`: one line of JSON a file, in the order given; a folder
/// stands for the files in it. Ends with 1 where a file is not there.
public final class ReadCommand {
    private static final int TEXT_LIMIT = 10_000_000;

    private final DocumentReader reader = new DocumentReader();
    private final PrintStream out;
    private boolean missed;

    private ReadCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        // Libraries print what they complain about.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        if (args.length == 0) {
            err.println("usage: guidang read FILE…");
            System.exit(1);
        }
        ReadCommand command = new ReadCommand(out);
        for (String arg : args) {
            command.read(Path.of(arg), err);
        }
        out.flush();
        System.exit(command.missed ? 1 : 0);
    }

    private void read(Path path, PrintStream err) throws IOException {
        if (Files.isDirectory(path)) {
            try (var files = Files.list(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    print(file);
                }
            }
        } else if (Files.isReadable(path)) {
            print(path);
        } else {
            err.println("no such file: " + path);
            missed = true;
        }
    }

    private void print(Path file) {
        Answer answer;
        try {
            answer = reader.read(new Request(file.toString(), String.valueOf(file.getFileName()), TEXT_LIMIT));
        } catch (OutOfMemoryError e) {
            answer = new Refused(Reason.TOO_COMPLEX, MediaType.UNKNOWN.toString());
        }
        out.println(StructureJson.line(file.toString(), answer));
        out.flush();
    }
}
