package guidang.server.aspects;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Knows a template's aspects again in the words of a document. Pure: the same
/// words give the same answer, whatever was asked before.
///
/// How alike words are to an aspect, by the best of its name and aliases: 100
/// where they are the same ([AspectWords]), 90 where one stands whole in the
/// other (three characters at least), else the share of neighbouring pairs of
/// characters that both have. Below the template's threshold nothing matches.
public final class AspectMatcher {
    private static final int SAME = 100;
    private static final int CONTAINS = 90;
    private static final Comparator<Match> BEST = Comparator.comparingInt(Match::alike).thenComparingInt(Match::pairs).reversed()
            .thenComparingInt(Match::aspect);

    private final AspectTemplate template;
    private final List<List<AspectWords>> forms;

    public AspectMatcher(AspectTemplate template) {
        this.template = template;
        this.forms = template.aspects().stream().map(AspectMatcher::forms).toList();
    }

    private static List<AspectWords> forms(AspectTemplate.Aspect aspect) {
        List<AspectWords> all = new ArrayList<>();
        all.add(AspectWords.of(aspect.name()));
        aspect.aliases().forEach(alias -> all.add(AspectWords.of(alias)));
        return all;
    }

    /// In what way words name an aspect.
    public enum How {
        SAME,
        CONTAINS,
        ALIKE;

        /// As in the API.
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An aspect that words name.
    ///
    /// @param aspect
    ///            its index in the template
    /// @param alike
    ///            0–100
    /// @param pairs
    ///            the share of common pairs, by which equals are put in order
    /// @param whole
    ///            whether all of the aspect's words stand in those asked for
    public record Match(int aspect, How how, int alike, int pairs, boolean whole) {}

    /// What two wordings of one aspect have in common, whatever the template.
    public static String core(String words) {
        return AspectWords.core(words);
    }

    public AspectTemplate template() {
        return template;
    }

    /// The aspect that the words name; of several the one most alike, then the one
    /// that stands first in the template. Empty where none comes up to
    /// the threshold.
    public Optional<Match> best(String words) {
        return all(words).stream().findFirst();
    }

    /// All aspects that the words name, the best first. A heading may treat several
    /// at once: those besides the best must stand in it whole. Words that are the
    /// same as one aspect name no other.
    public List<Match> all(String words) {
        AspectWords asked = AspectWords.of(words);
        List<Match> found = new ArrayList<>();
        for (int aspect = 0; aspect < forms.size(); aspect++) {
            Match match = match(aspect, asked);
            if (match.alike() >= template.threshold()) {
                found.add(match);
            }
        }
        found.sort(BEST);
        if (found.size() > 1) {
            Match first = found.getFirst();
            found.subList(1, found.size()).removeIf(other -> first.how() == How.SAME || !other.whole());
        }
        return List.copyOf(found);
    }

    private Match match(int aspect, AspectWords asked) {
        Match best = new Match(aspect, How.ALIKE, 0, 0, false);
        for (AspectWords form : forms.get(aspect)) {
            Match match = match(aspect, asked, form);
            best = BEST.compare(match, best) < 0 ? match : best;
        }
        return best;
    }

    private static Match match(int aspect, AspectWords asked, AspectWords form) {
        int pairs = asked.alike(form);
        if (!asked.text().isEmpty() && asked.text().equals(form.text())) {
            return new Match(aspect, How.SAME, SAME, SAME, true);
        }
        return asked.within(form)
                ? new Match(aspect, How.CONTAINS, Math.max(CONTAINS, pairs), pairs, asked.text().contains(form.text()))
                : new Match(aspect, How.ALIKE, pairs, pairs, false);
    }
}
