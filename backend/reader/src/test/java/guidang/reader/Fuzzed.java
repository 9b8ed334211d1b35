package guidang.reader;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Request;
import guidang.reader.structure.Sound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Reads what a fuzzer makes, and takes for a fault what a person would only be
/// told as "unreadable".
public final class Fuzzed {
    private static final int TEXT_LIMIT = 1_000_000;
    /// Classes that a fault of ours may lie below.
    private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "com.code_intelligence.");

    private Fuzzed() {
    }

    /// Reads a file as the child does, and looks at the answer.
    ///
    /// @throws AssertionError
    ///             where our own code failed, or where the answer is not what the
    ///             protocol promises
    public static void read(Path file) throws IOException {
        Answer answer = new DocumentReader(Fuzzed::refuseOurs).read(new Request(file.toString(), "", TEXT_LIMIT));
        if (answer instanceof Reading reading) {
            check(reading);
        }
        Sound.holds(StructureJson.line("", answer).indexOf('\n') < 0, "a line of JSON that is two");
    }

    /// A library may fail in any way at a broken file; what we throw is an
    /// exception of input and output, or XML's.
    private static void refuseOurs(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if ((e instanceof RuntimeException || e instanceof StackOverflowError) && isOurs(e)) {
                throw new AssertionError("a fault of the reader", failure);
            }
        }
    }

    /// Whether the first class that is not the platform's is of the project.
    private static boolean isOurs(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getClassName)
                .filter(name -> PLATFORM.stream().noneMatch(name::startsWith)).findFirst()
                .filter(name -> name.startsWith("guidang.")).isPresent();
    }

    private static void check(Reading reading) throws IOException {
        String text = reading.text();
        Sound.holds(text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t'), "a control character in the text");
        int before = 0;
        for (int start : reading.pageStarts()) {
            Sound.holds(start >= before && start <= text.length(), "a page that begins nowhere");
            before = start;
        }
        Sound.check(text, reading.structure());
    }
}
