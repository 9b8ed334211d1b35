package guidang.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// `Verify --receipt receipt.json [--file report.docx]… --key VKEY | --key-file
/// FILE [--lang zh|en]`: proves, without a network and without trusting the
/// operator, that a file was filed. Exit codes are those of [Verdict].
public final class Verify {
    private Verify() {
    }

    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /// The exit code.
    static int run(PrintStream out, String... arguments) {
        Words words = new Words(Arguments.language(arguments), out);
        try {
            return new Examination(words).of(Arguments.parse(arguments)).exit();
        } catch (IllegalArgumentException e) {
            return words.say(Verdict.USAGE, e.getMessage()).exit();
        } catch (IOException e) {
            return words.say(Verdict.UNREADABLE, "--key-file", e.toString()).exit();
        }
    }
}
