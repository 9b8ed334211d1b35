package guidang.reader.labelled;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares what a reading says of the document as a whole: its metadata and
/// its findings.
final class Facts {
    /// What only some formats can tell.
    private static final Set<String> OF_FORMATS = Set.of("tracked-changes", "comments", "macros", "embedded-files", "no-text",
            "odd-characters");

    private final String title;
    private final Tree tree;
    private final Reading reading;
    private final Score score;

    Facts(String title, Tree tree, Reading reading, Score score) {
        this.title = title;
        this.tree = tree;
        this.reading = reading;
        this.score = score;
    }

    void add() {
        metadata();
        findings();
    }

    private void metadata() {
        field("kind", tree.kind(), reading.json().path("kind").asString(""));
        field("title", blankless(tree.title()), blankless(reading.words("title", "text")));
        String organization = blankless(reading.words("organization", "text"));
        boolean named = organization != null && tree.organizations().stream().map(Blank::without).anyMatch(organization::equals);
        field("organization",
                named ? organization : tree.organizations().isEmpty() ? null : String.join("|", tree.organizations()),
                organization);
        field("date", tree.date(), reading.words("date", "value"));
        field("aspectCount", tree.aspectCount() == null ? null : tree.aspectCount().toString(),
                reading.words("aspectCount", "value"));
    }

    private void field(String name, @Nullable String expected, @Nullable String actual) {
        if (expected == null && actual == null) {
            return;
        } else if (Objects.equals(expected, actual)) {
            score.of(Measure.METADATA).right();
            return;
        }
        // one field is one fault, be it wrong, made up or missed
        score.of(Measure.METADATA).missed();
        score.miss(title + " " + name + ": " + expected + " ≠ " + actual);
    }

    private void findings() {
        Tally tally = score.of(Measure.FINDINGS);
        Set<String> actual = reading.codes();
        for (String code : tree.findings()) {
            if (actual.contains(code)) {
                tally.right();
            } else {
                tally.missed();
                score.miss(title + " finding missed: " + code);
            }
        }
        for (String code : actual) {
            if (!tree.findings().contains(code) && !tree.tolerated().contains(code) && !OF_FORMATS.contains(code)) {
                tally.wrong();
                score.miss(title + " finding made up: " + code);
            }
        }
    }

    private static @Nullable String blankless(@Nullable String words) {
        return words == null ? null : Blank.without(words);
    }
}
