package guidang.server.inspection;

import guidang.server.aspects.AspectMatcher;
import guidang.server.aspects.AspectMatcher.Match;
import guidang.server.inspection.ReadStructure.Item;
import guidang.server.inspection.ReadStructure.Section;
import guidang.server.inspection.ReadStructure.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Lays a report beside a template: which of its words name which aspect. Pure;
/// looks at no more than [#MOST] different wordings, so that a report of ten
/// thousand headings costs no more than one of a thousand.
final class TemplateReading {
    private static final int MOST = 1000;
    private static final int PLACES = 10;
    private static final int OWN = 100;
    private static final String PROBLEMS = "problems";
    /// Kinds that answer to other questions than the aspects.
    private static final Set<String> OTHERS = Set.of("meeting", "plan", "rectification", "implementation");

    private final ReadStructure structure;
    private final AspectMatcher matcher;
    private final Map<String, List<Match>> known = new HashMap<>();
    private final List<List<AgainstTemplate.Found>> found;
    private final boolean[] announced;
    private final Map<String, Words> own = new LinkedHashMap<>();
    private final List<AgainstTemplate.Named> items = new ArrayList<>();

    TemplateReading(ReadStructure structure, AspectMatcher matcher) {
        this.structure = structure;
        this.matcher = matcher;
        int aspects = matcher.template().aspects().size();
        this.found = IntStream.range(0, aspects).<List<AgainstTemplate.Found>>mapToObj(_ -> new ArrayList<>()).toList();
        this.announced = new boolean[aspects];
        announcements();
        sections();
        problems();
        registers();
    }

    /// A report that looks at aspects at all.
    boolean examines() {
        return !OTHERS.contains(structure.kind())
                && structure.sections().stream().anyMatch(section -> section.role().equals(PROBLEMS));
    }

    List<AgainstTemplate.Aspect> aspects() {
        return IntStream.range(0, found.size()).mapToObj(i -> new AgainstTemplate.Aspect(
                matcher.template().aspects().get(i).name(), announced[i], List.copyOf(found.get(i)))).toList();
    }

    List<Words> own() {
        return List.copyOf(own.values());
    }

    List<AgainstTemplate.Named> items() {
        return List.copyOf(items);
    }

    /// Whether the words name an aspect of the template.
    boolean names(String words) {
        return !matches(words).isEmpty();
    }

    /// The index of the aspect that the words name best; −1 where they name none.
    int named(String words) {
        return matches(words).stream().findFirst().map(Match::aspect).orElse(-1);
    }

    /// The words of the preamble that announce the aspect; null where none do.
    @Nullable
    Words announcement(int aspect) {
        return structure.aspects().stream().filter(words -> matches(words.text()).stream().anyMatch(m -> m.aspect() == aspect))
                .findFirst().orElse(null);
    }

    private List<Match> matches(String words) {
        List<Match> before = known.get(words);
        if (before != null || known.size() >= MOST) {
            return before == null ? List.of() : before;
        }
        List<Match> matches = matcher.all(words);
        known.put(words, matches);
        return matches;
    }

    private void announcements() {
        for (Words words : structure.aspects()) {
            List<Match> matches = matches(words.text());
            matches.forEach(match -> announced[match.aspect()] = true);
            if (matches.isEmpty()) {
                ownAspect(words);
            }
        }
    }

    /// Where 一、 is an aspect itself: several sections of problems.
    private void sections() {
        for (Section section : structure.sections()) {
            if (section.role().equals(PROBLEMS) && !section.heading().isBlank()) {
                treats(matches(section.heading()), section.heading(), section.start(), section.bodyStart());
            }
        }
    }

    private void problem(int index, Item item) {
        String words = item.aspect() != null ? item.aspect() : item.level() == 1 ? item.heading() : null;
        if (words == null || !structure.sections().get(item.section()).role().equals(PROBLEMS)) {
            return;
        }
        List<Match> matches = matches(words);
        treats(matches, words, item.start(), item.bodyStart());
        matches.stream().findFirst().ifPresent(best -> items.add(new AgainstTemplate.Named(index, best.aspect())));
        if (matches.isEmpty() && item.aspect() != null && item.level() == 1) {
            ownAspect(new Words(words, item.start(), item.bodyStart()));
        }
    }

    private void problems() {
        for (int i = 0; i < structure.items().size(); i++) {
            problem(i, structure.items().get(i));
        }
    }

    private void registers() {
        for (ReadStructure.Table table : structure.tables()) {
            for (ReadStructure.Row row : table.rows()) {
                if (!row.aspect().isBlank()) {
                    treats(matches(row.aspect()), row.aspect(), row.start(), row.end());
                }
            }
        }
    }

    private void treats(List<Match> matches, String words, int start, int end) {
        for (Match match : matches) {
            List<AgainstTemplate.Found> places = found.get(match.aspect());
            if (places.size() < PLACES) {
                places.add(new AgainstTemplate.Found(words, match.how(), match.alike(), start, end));
            }
        }
    }

    private void ownAspect(Words words) {
        if (own.size() < OWN && known.containsKey(words.text())) {
            own.merge(AspectMatcher.core(words.text()), words, (_, later) -> later);
        }
    }
}
