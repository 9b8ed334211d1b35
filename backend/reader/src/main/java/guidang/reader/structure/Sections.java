package guidang.reader.structure;

import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one section after the other: what it is about, its units, and what
/// they state.
final class Sections {
    private final String text;
    private final List<Paragraph> paragraphs;
    private final Aspects aspects;
    private final NumberFaults faults;
    private final Units units;
    private final Statements statements;
    private final List<Section> sections = new ArrayList<>();
    /// For each unit the index of its section.
    private final List<Integer> unitSections = new ArrayList<>();

    Sections(String text, List<Paragraph> paragraphs, Aspects aspects, NumberFaults faults, Statements statements) {
        this.text = text;
        this.paragraphs = paragraphs;
        this.aspects = aspects;
        this.faults = faults;
        this.units = new Units(text, aspects, faults);
        this.statements = statements;
    }

    List<Section> all() {
        return sections;
    }

    List<Unit> units() {
        return units.all();
    }

    /// Reads the section that a paragraph heads, up to before the next head.
    void read(int head, int next) {
        Paragraph one = paragraphs.get(head);
        Label label = one.label();
        if (label != null) {
            faults.checkSection(label);
        }
        Heading heading = Heading.of(text, one.content(), one.end());
        String words = heading == null ? "" : heading.words(text);
        AspectName name = heading == null ? null : AspectName.of(text, heading.start(), heading.end());
        String stripped = heading == null ? "" : AspectName.strip(text, heading.start(), heading.end());
        boolean matches = heading != null && aspects.match(stripped) >= 0;
        Role told = Roles.of(words);
        Role role = told == Role.UNCLASSIFIED && ((name != null && name.whole()) || matches) ? Role.PROBLEMS : told;
        List<Paragraph> body = body(one, heading, head + 1, next);
        int first = units.read(body, role);
        List<Unit> own = units.all().subList(first, units.all().size());
        for (int i = first; i < units.all().size(); i++) {
            unitSections.add(sections.size());
        }
        statements.take(role, own, body, name != null ? name.words() : matches && told == Role.UNCLASSIFIED ? stripped : null);
        int end = body.isEmpty() ? one.end() : Glyphs.trim(text, one.start(), body.getLast().end());
        int bodyStart = body.isEmpty() ? end : Glyphs.skip(text, body.getFirst().start(), end);
        sections.add(new Section(role, words, one.start(), end, bodyStart));
    }

    private List<Paragraph> body(Paragraph head, @Nullable Heading heading, int from, int to) {
        List<Paragraph> body = new ArrayList<>();
        int rest = heading == null ? head.content() : heading.body();
        if (rest < head.end()) {
            body.add(new Paragraph(rest, head.end(), Paragraph.Sort.PROSE, 0, false, false, null));
        }
        for (int i = from; i < to; i++) {
            if (paragraphs.get(i).sort() != Paragraph.Sort.CONTENTS) {
                body.add(paragraphs.get(i));
            }
        }
        return body;
    }

    /// The units of all sections.
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Unit unit : units.all()) {
            int section = unitSections.get(unit.index);
            Role role = sections.get(section).role();
            Heading heading = unit.heading;
            boolean inProblems = Statements.effective(unit, role) == Role.PROBLEMS;
            boolean whole = heading != null && (!heading.alone() || !unit.inline || unit.children > 0 || isClosed(heading));
            items.add(new Item(section, unit.parent == null ? -1 : unit.parent.index, unit.level, unit.value, unit.label,
                    heading != null && whole ? heading.words(text) : null, inProblems ? unit.named : null, unit.start, unit.end,
                    Math.min(unit.body(), unit.end)));
        }
        return items;
    }

    private boolean isClosed(Heading heading) {
        return heading.end() < text.length() && Glyphs.isStop(text, heading.end());
    }
}
