package guidang.server.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/// What the clerk should know of the file before filing; nothing here refuses.
/// What is wrong with its words is among the findings of its structure.
final class Warnings {
    /// The text's encoding was guessed: it may be another.
    static final String ENCODING_GUESSED = "encoding-guessed";
    /// The virus scanner was away.
    static final String UNSCANNED = "unscanned";
    /// A piece of evidence bears an internal-use marking; of a report that is among
    /// its findings.
    static final String INTERNAL_MARKING = "internal-marking";
    /// No line looks like a title.
    static final String NO_TITLE = "no-title";

    private final MessageSource words;

    Warnings(MessageSource words) {
        this.words = words;
        // Read now: a bundle is read from a file when it is first asked for.
        message(NO_TITLE, Locale.SIMPLIFIED_CHINESE);
        message(NO_TITLE, Locale.ENGLISH);
    }

    static List<String> of(Gate.Passed passed) {
        Reading reading = passed.reading();
        List<String> codes = new ArrayList<>();
        if (reading.title() == null && !reading.text().isBlank()) {
            codes.add(NO_TITLE);
        }
        if (reading.properties().containsKey("encodingGuessed")) {
            codes.add(ENCODING_GUESSED);
        }
        if (reading.properties().containsKey("marking")) {
            codes.add(INTERNAL_MARKING);
        }
        if (passed.scan().outcome().equals(Scan.UNSCANNED)) {
            codes.add(UNSCANNED);
        }
        return List.copyOf(codes);
    }

    String message(String code, Locale locale) {
        return words.getMessage("warning." + code, null, locale);
    }
}
