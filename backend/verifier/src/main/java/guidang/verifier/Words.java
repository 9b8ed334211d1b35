package guidang.verifier;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Says what was found, in Chinese or English.
final class Words {
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private final ResourceBundle texts;
    private final PrintStream out;

    Words(Locale language, PrintStream out) {
        this.texts = ResourceBundle.getBundle("guidang.verifier.words", language.getLanguage().equals("zh")
                ? Locale.ROOT
                : Locale.ENGLISH, NO_FALLBACK);
        this.out = out;
    }

    /// A step that held.
    void step(String name, Object... arguments) {
        out.println("✓ " + text("step." + name, arguments));
    }

    /// The verdict, which is handed back.
    Verdict say(Verdict verdict, @Nullable Object... arguments) {
        String name = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        out.println((verdict == Verdict.PROVEN ? "✓ " : "✗ ") + text("verdict." + name, arguments));
        return verdict;
    }

    private String text(String key, @Nullable Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT)
                .format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }
}
