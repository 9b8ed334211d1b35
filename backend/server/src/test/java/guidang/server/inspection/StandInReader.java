package guidang.server.inspection;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Frames;
import guidang.reader.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A reader process that misbehaves as the file's name says.
public final class StandInReader {
    private StandInReader() {
    }

    public static void main(String[] args) throws IOException {
        InputStream in = System.in;
        PrintStream out = System.out;
        Frames.write(out, new byte[0]);
        while (true) {
            Request request = Request.parse(Frames.read(in, 1 << 16));
            switch (request.name()) {
                case "hang" -> hang();
                case "memory" -> Runtime.getRuntime().halt(3);
                case "crash" -> Runtime.getRuntime().halt(134);
                case "crash-once" -> crashOnce();
                case "garbage" -> Frames.write(out, new byte[]{99});
                case "huge" -> out.write(new byte[]{127, 0, 0, 0}, 0, 4);
                default -> {
                }
            }
            Frames.write(out, new Answer.Reading("text/plain", 0, null, Map.of(), "read").frame());
        }
    }

    private static void hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void crashOnce() throws IOException {
        Path crashed = Path.of("..", "crashed");
        if (!Files.exists(crashed)) {
            Files.createFile(crashed);
            Runtime.getRuntime().halt(134);
        }
    }
}
