package guidang.reader.labelled;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a reader should make of a document; offsets into its plain text.
///
/// @param organizations
///            any of these is right; none where the document names none
/// @param announced
///            the aspects that the preamble lists
/// @param aside
///            ranges whose units are not scored: tables, and sections whose role
///            is open
/// @param answers
///            of the measures whose problems are labelled
/// @param findings
///            codes that should be reported
/// @param tolerated
///            codes that may be reported
record Tree(String kind, @Nullable String title, Set<String> organizations, @Nullable String date, @Nullable Integer aspectCount,
        List<Span> announced, List<Section> sections, List<Item> items, Map<Unit, List<Span>> units, List<Span> placeholders,
        List<Due> dues, List<Register> registers, List<Span> aside,
        List<Answer> answers, Set<String> findings, Set<String> tolerated) {

    /// The aspect of a problem: that of the innermost item around it that names
    /// one, else of its section; empty where none does.
    String aspectOf(Span problem) {
        String own = sections.stream().filter(section -> section.start() <= problem.start() && problem.end() <= section.end())
                .map(Section::aspect).filter(Objects::nonNull).findFirst().orElse("");
        return items.stream().filter(item -> item.start() <= problem.start() && problem.end() <= item.end())
                .filter(item -> item.aspect() != null).max(Comparator.comparingInt(Item::start)).map(Item::aspect).orElse(own);
    }

    /// The leaves that are scored by their spans.
    enum Unit {
        PROBLEM,
        CAUSE,
        MEASURE
    }

    /// @param roles
    ///            one, or several that are all right
    /// @param heading
    ///            without its number
    /// @param aspect
    ///            that its heading names
    record Section(Set<String> roles, String heading, @Nullable String aspect, int start, int end) {}

    /// @param roles
    ///            those of its section
    /// @param aspect
    ///            as its heading names it
    record Item(Set<String> roles, int level, String label, @Nullable String aspect, int start, int end) {}

    record Due(String value, Span span) {}

    /// @param problems
    ///            indices into the problems that the measure answers
    record Answer(Span measure, Set<Integer> problems) {}

    record Register(Span span, int rows) {}
}
