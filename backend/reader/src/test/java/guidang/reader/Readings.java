package guidang.reader;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Request;
import java.nio.file.Path;

/// What `guidang read` prints of a file, and the text that its offsets are of.
public record Readings(String text, String json) {
    private static final DocumentReader READER = new DocumentReader();
    private static final int LIMIT = 1_000_000;

    public static Readings read(Path file) {
        String name = String.valueOf(file.getFileName());
        Answer answer = READER.read(new Request(file.toString(), name, LIMIT));
        return new Readings(answer instanceof Answer.Reading reading ? reading.text() : "", StructureJson.line(name, answer));
    }
}
