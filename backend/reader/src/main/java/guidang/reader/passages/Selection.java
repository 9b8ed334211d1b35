package guidang.reader.passages;

import guidang.reader.passages.Manuscript.Section;
import guidang.reader.protocol.Structure;
import guidang.reader.protocol.Structure.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Chooses what of a document is compared. Headings, numbers, the preamble,
/// lists and the sign-off are those of the campaign and of every report in it.
///
/// @param sections
///            of the document
/// @param headings
///            of items in them, their numbers included
/// @param others
///            tables and what was not understood, where they lie in no section
/// @param furniture
///            of a document without sections: title, lists, sign-off
/// @param names
///            of its organisation
public record Selection(List<Body> sections, List<Span> headings, List<Body> others, List<Span> furniture,
        List<String> names) {
    private static final int SHORTEST = 200;
    private static final int MOST = 64;

    /// A part of the text.
    ///
    /// @param start
    ///            after its heading
    public record Body(String role, int start, int end) {
        Span span() {
            return new Span(start, end);
        }
    }

    /// What of a structure is compared.
    public static Selection of(Structure structure) {
        Structure.Head head = structure.head();
        Structure.Phrase organization = head.organization();
        return new Selection(
                structure.sections().stream().map(s -> new Body(s.role().word(), s.bodyStart(), s.end())).toList(),
                structure.items().stream().map(item -> new Span(item.start(), item.bodyStart())).toList(),
                Stream.concat(structure.tables().stream().map(table -> new Body("register", table.start(), table.end())),
                        structure.unclassified().stream().map(span -> new Body("unclassified", span.start(), span.end())))
                        .toList(),
                Stream.of(Stream.ofNullable(head.title()).map(title -> new Span(title.start(), title.end())),
                        structure.contents().stream(), Stream.ofNullable(structure.signOff()),
                        structure.attachments().stream().map(a -> new Span(a.start(), a.end()))).flatMap(all -> all).toList(),
                organization == null ? List.of() : List.of(organization.text()));
    }

    public Selection {
        headings = headings.stream().sorted(Comparator.comparingInt(Span::start)).toList();
        furniture = furniture.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    public Manuscript of(String text) {
        List<Section> chosen = Stream.concat(sections.stream().map(this::section), apart().map(this::section))
                .filter(section -> !section.stretches().isEmpty())
                .sorted(Comparator.comparingInt(section -> section.stretches().getFirst().start())).toList();
        return new Manuscript(text, chosen.isEmpty() ? List.of(whole(text)) : chosen, names);
    }

    private Section section(Body body) {
        return new Section(body.role, without(body.span(), headings));
    }

    /// Those that lie in no section, and not in one another.
    private Stream<Body> apart() {
        List<Body> apart = new ArrayList<>();
        for (Body other : others.stream().limit(MOST).toList()) {
            if (other.end - other.start >= SHORTEST && Stream.concat(sections.stream(), apart.stream())
                    .noneMatch(taken -> taken.start < other.end && other.start < taken.end)) {
                apart.add(other);
            }
        }
        return apart.stream();
    }

    private Section whole(String text) {
        return new Section("text", without(new Span(0, text.length()), furniture));
    }

    /// @param excluded
    ///            ascending by their starts
    private static List<Span> without(Span span, List<Span> excluded) {
        List<Span> left = new ArrayList<>();
        int from = span.start();
        for (Span gap : excluded) {
            if (gap.end() > from && gap.start() < span.end()) {
                if (gap.start() > from) {
                    left.add(new Span(from, gap.start()));
                }
                from = gap.end();
            }
        }
        if (from < span.end()) {
            left.add(new Span(from, span.end()));
        }
        return left;
    }
}
