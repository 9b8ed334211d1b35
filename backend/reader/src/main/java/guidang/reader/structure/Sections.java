package guidang.reader.structure;

import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Kind;
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
    private boolean steps;

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

    /// Reads the sections that these paragraphs head, the last of them up to before
    /// `end`.
    ///
    /// @param kind
    ///            of the document, as its title says; null where it says nothing. A
    ///            self-examination has its parts in a known order; the steps of a
    ///            plan (查摆问题。各支部…) state nothing
    void read(List<Integer> heads, int end, @Nullable Kind kind) {
        boolean ordered = kind == Kind.SELF_EXAMINATION || kind == Kind.PERSONAL;
        steps = kind == Kind.PLAN;
        List<Head> all = heads.stream().limit(Limits.MANY).map(head -> head(paragraphs.get(head))).toList();
        List<Role> told = all.stream().map(Head::role).toList();
        List<Role> roles = ordered ? RoleOrder.of(all.stream().map(Head::words).toList(), told) : told;
        for (int k = 0; k < all.size(); k++) {
            section(all.get(k), roles.get(k), body(all.get(k), heads.get(k) + 1, k + 1 < heads.size() ? heads.get(k + 1) : end));
        }
    }

    /// What stands at the beginning of a section.
    ///
    /// @param words
    ///            of the heading; empty where that is too long to be one
    /// @param aspect
    ///            that it names
    private record Head(Paragraph paragraph, @Nullable Heading heading, String words, Role role, @Nullable String aspect) {}

    private Head head(Paragraph one) {
        Heading heading = Heading.of(text, one.content(), one.end());
        if (heading == null) {
            return new Head(one, null, "", Role.UNCLASSIFIED, null);
        }
        String words = heading.words(text);
        Role told = Roles.of(words);
        AspectName name = AspectName.of(text, heading.start(), heading.end());
        String stripped = AspectName.strip(text, heading.start(), heading.end());
        boolean matches = told == Role.UNCLASSIFIED && aspects.match(stripped) >= 0;
        boolean names = told == Role.UNCLASSIFIED && ((name != null && name.whole()) || matches);
        return new Head(one, heading, words, names ? Role.PROBLEMS : told,
                name != null ? name.words() : matches ? stripped : null);
    }

    private void section(Head head, Role role, List<Paragraph> body) {
        Paragraph one = head.paragraph;
        Label label = one.label();
        if (label != null) {
            faults.checkSection(label);
        }
        int first = units.read(body, role);
        List<Unit> own = units.all().subList(first, units.all().size());
        for (int i = first; i < units.all().size(); i++) {
            unitSections.add(sections.size());
        }
        if (!steps || role != Role.UNCLASSIFIED) {
            statements.take(role, head.words, own, body, head.aspect);
        }
        int end = body.isEmpty() ? one.end() : Glyphs.trim(text, one.start(), body.getLast().end());
        int bodyStart = body.isEmpty() ? end : Glyphs.skip(text, body.getFirst().start(), end);
        sections.add(new Section(role, head.words, one.start(), end, bodyStart));
    }

    private List<Paragraph> body(Head head, int from, int to) {
        List<Paragraph> body = new ArrayList<>();
        Paragraph one = head.paragraph;
        int rest = head.heading == null ? one.content() : head.heading.body();
        if (rest < one.end()) {
            body.add(new Paragraph(rest, one.end(), Paragraph.Sort.PROSE, 0, false, false, null));
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
