package guidang.reader.structure;

import guidang.reader.protocol.Structure.Code;
import guidang.reader.protocol.Structure.Count;
import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Kind;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What needs only the document to be judged.
final class Checks {
    private static final int SHORT = 60;
    private static final int FEWEST_LETTERS = 10;

    private final Paper paper;
    private final Findings findings;

    Checks(Paper paper, Findings findings) {
        this.paper = paper;
        this.findings = findings;
    }

    void traits() {
        for (Trait trait : Trait.values()) {
            if (trait != Trait.NO_TEXT && trait != Trait.INTERNAL_MARKING && paper.traits().contains(trait)) {
                findings.add(Code.valueOf(trait.name()), Map.of());
            }
        }
        if (paper.traits().contains(Trait.NO_TEXT) || isEmpty()) {
            findings.add(Code.NO_TEXT, Map.of());
        }
    }

    private boolean isEmpty() {
        int letters = 0;
        for (int i = 0; i < paper.text().length() && letters < FEWEST_LETTERS; i++) {
            letters += Character.isLetterOrDigit(paper.text().charAt(i)) ? 1 : 0;
        }
        return letters < FEWEST_LETTERS;
    }

    void placeholders(List<Phrase> placeholders) {
        for (Phrase one : placeholders) {
            findings.add(Code.PLACEHOLDER, one.start(), one.end(), Map.of("text", one.text()));
        }
    }

    void aspects(Announced announced, List<Item> items, List<Statement> problems, List<Section> sections) {
        Count count = announced.count();
        if (count != null && !announced.aspects().isEmpty() && count.value() != announced.aspects().size()) {
            findings.add(Code.ASPECT_COUNT, count.start(), count.end(),
                    Map.of("announced", Integer.toString(count.value()), "listed", Integer.toString(announced.aspects().size())));
        }
        if (announced.aspects().isEmpty()) {
            return;
        }
        boolean[] seen = new boolean[announced.aspects().size()];
        Aspects known = new Aspects(announced.aspects());
        boolean any = false;
        for (Item item : items) {
            String aspect = item.aspect();
            if (aspect == null || sections.get(item.section()).role() != Role.PROBLEMS) {
                continue;
            }
            any = true;
            int match = known.match(aspect);
            if (match >= 0) {
                seen[match] = true;
            } else if (item.level() == 1) {
                findings.add(Code.ASPECT_EXTRA, item.start(), item.bodyStart(), Map.of("aspect", aspect));
            }
        }
        for (Statement problem : problems) { // a paragraph may name one
            int match = problem.item() >= 0 || problem.aspect() == null ? -1 : known.match(problem.aspect());
            if (match >= 0) {
                seen[match] = true;
            }
        }
        missing(announced, seen, any, sections, known);
    }

    private void missing(Announced announced, boolean[] seen, boolean any, List<Section> sections, Aspects known) {
        boolean examined = any;
        for (Section section : sections) {
            int match = section.role() == Role.PROBLEMS
                    ? known.match(AspectName.strip(section.heading(), 0, section.heading().length()))
                    : -1;
            if (match >= 0) {
                seen[match] = true;
            }
            examined |= section.role() == Role.PROBLEMS;
        }
        for (int i = 0; examined && i < Math.min(seen.length, 60); i++) {
            if (!seen[i]) {
                Phrase aspect = announced.aspects().get(i);
                findings.add(Code.ASPECT_MISSING, aspect.start(), aspect.end(), Map.of("aspect", aspect.text()));
            }
        }
    }

    /// @param stated
    ///            roles that have statements, wherever these stand
    void sections(Kind kind, List<Section> sections, Set<Role> stated) {
        for (Section section : sections) {
            int letters = 0;
            for (int i = section.bodyStart(); i < section.end() && letters < SHORT; i++) {
                letters += Glyphs.isBlank(paper.text().charAt(i)) ? 0 : 1;
            }
            if (letters < SHORT) {
                findings.add(Code.SECTION_SHORT, section.start(), section.end(),
                        Map.of("heading", section.heading(), "characters", Integer.toString(letters)));
            }
        }
        if (kind == Kind.SELF_EXAMINATION || kind == Kind.PERSONAL) {
            for (Role role : List.of(Role.PROBLEMS, Role.CAUSES, Role.MEASURES)) {
                if (!stated.contains(role) && !has(sections, role)) {
                    findings.add(Code.SECTION_MISSING, Map.of("role", role.name().toLowerCase(Locale.ROOT)));
                }
            }
        }
        if (kind == Kind.PERSONAL) {
            findings.add(Code.PERSONAL_DOCUMENT, Map.of());
        }
    }

    private static boolean has(List<Section> sections, Role role) {
        for (Section section : sections) {
            if (section.role() == role || Roles.names(section.heading(), role)) {
                return true;
            }
        }
        return false;
    }
}
