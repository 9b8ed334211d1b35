package guidang.reader.labelled;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The tallies of some readings, and the words of what went wrong.
final class Score {
    private final Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
    private final List<String> misses = new ArrayList<>();
    private int readings;
    private int otherTexts;

    Tally of(Measure measure) {
        return tallies.computeIfAbsent(measure, m -> new Tally());
    }

    /// The figure that is asked for: F1, of the metadata the share of exact fields.
    double mark(Measure measure) {
        return measure == Measure.METADATA ? of(measure).recall() : of(measure).f1();
    }

    List<String> misses() {
        return List.copyOf(misses);
    }

    void miss(String words) {
        misses.add(words);
    }

    /// @param sameText
    ///            whether the format gave the very characters of the document
    void reading(boolean sameText) {
        readings++;
        otherTexts += sameText ? 0 : 1;
    }

    void add(Score other) {
        other.tallies.forEach((measure, tally) -> of(measure).add(tally));
        misses.addAll(other.misses);
        readings += other.readings;
        otherTexts += other.otherTexts;
    }

    /// One line a measure.
    String table(String title) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%n%s: %d readings, %d with other characters%n", title,
                readings, otherTexts));
        for (Measure measure : Measure.values()) {
            Tally tally = of(measure);
            out.append(String.format(Locale.ROOT, "  %-24s %.3f  precision %.3f  recall %.3f%s%n", measure, mark(measure),
                    tally.precision(), tally.recall(), measure.least() > 0 ? "  (at least " + measure.least() + ")" : ""));
        }
        return out.toString();
    }

    /// One line of figures, for a table of formats.
    String line(String title) {
        return String.format(Locale.ROOT,
                "  %-12s %3d readings  sections %.3f  aspects %.3f  problems+measures %.3f  metadata %.3f%n",
                title, readings, mark(Measure.SECTIONS), mark(Measure.ASPECTS), mark(Measure.PROBLEMS_AND_MEASURES),
                mark(Measure.METADATA));
    }
}
