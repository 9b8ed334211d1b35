package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes problems, causes and measures from the lowest units of sections.
final class Statements {
    private static final int DUE_REACH = 120;

    private final String text;
    private final DueDates due;
    private final List<Statement> problems = new ArrayList<>();
    private final List<Statement> causes = new ArrayList<>();
    private final List<Statement> measures = new ArrayList<>();

    Statements(String text, DueDates due) {
        this.text = text;
        this.due = due;
    }

    List<Statement> problems() {
        return problems;
    }

    List<Statement> causes() {
        return causes;
    }

    List<Statement> measures() {
        return measures;
    }

    /// Those of which there is any.
    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (!problems.isEmpty()) {
            roles.add(Role.PROBLEMS);
        }
        if (!causes.isEmpty()) {
            roles.add(Role.CAUSES);
        }
        if (!measures.isEmpty()) {
            roles.add(Role.MEASURES);
        }
        return roles;
    }

    /// @param heading
    ///            of the section: where it names several roles (原因和措施), paragraphs
    ///            that lead to something tell where the next begins
    /// @param units
    ///            of the section
    /// @param body
    ///            its paragraphs, which count where it has no units
    /// @param aspect
    ///            that the section's heading names
    void take(Role role, String heading, List<Unit> units, List<Paragraph> body, @Nullable String aspect) {
        if (role == Role.BASICS || role == Role.CASES || role == Role.LAST_RECTIFICATION) {
            return;
        }
        int end = body.isEmpty() ? 0 : body.getLast().end();
        for (int k = 0; k < units.size(); k++) {
            if (units.get(k).children == 0) {
                take(effective(units.get(k), role), units.get(k), aspect, k + 1 < units.size() ? units.get(k + 1).start : end);
            }
        }
        if (units.isEmpty()) {
            Role now = role;
            for (Paragraph one : body) {
                if (one.isProse() && leads(one)) {
                    now = leadsTo(one, now, heading);
                } else if (one.isProse()) {
                    take(now, one, aspect);
                }
            }
        }
    }

    private boolean leads(Paragraph one) {
        return Glyphs.isColon(text.charAt(one.end() - 1));
    }

    /// 下一步重点抓好以下工作：
    private Role leadsTo(Paragraph one, Role now, String heading) {
        Role told = Roles.of(Glyphs.words(text, one.start(), one.end()));
        return told != Role.UNCLASSIFIED && Roles.names(heading, told) ? told : now;
    }

    /// What the nearest heading around says, where it is nothing but a role.
    static Role effective(Unit leaf, Role section) {
        for (Unit unit = leaf; unit != null; unit = unit.parent) {
            Role own = own(unit);
            if (own != Role.UNCLASSIFIED) {
                return own;
            }
        }
        return section;
    }

    private static Role own(Unit unit) {
        return unit.role == null ? Role.UNCLASSIFIED : unit.role;
    }

    private void take(Role role, Unit unit, @Nullable String aspect, int next) {
        boolean skips = unit.onlyNames() || unit.style == Style.PLAIN || (unit.role != null && unit.style != Style.COUNTED);
        int start = Glyphs.skip(text, skips ? unit.body() : unit.content, unit.end);
        String named = unit.inherited();
        put(role, unit.index, named == null ? aspect : named, start, unit.end,
                Math.max(unit.end, next));
    }

    private void take(Role role, Paragraph one, @Nullable String aspect) {
        Heading heading = Heading.of(text, one.start(), one.end());
        AspectName name = heading == null ? null : AspectName.of(text, one.start(), heading.end());
        int start = heading != null && name != null && name.whole() && !heading.alone() ? heading.body() : one.start();
        put(role, -1, name == null ? aspect : name.words(), start, one.end(), one.end());
    }

    /// @param reach
    ///            up to where words may tell the due date: 完成时限 in a line of its own
    private void put(Role role, int item, @Nullable String aspect, int start, int end, int reach) {
        List<Statement> list = role == Role.PROBLEMS
                ? problems
                : role == Role.CAUSES ? causes : role == Role.MEASURES ? measures : null;
        if (list == null || start >= end || list.size() >= Limits.UNITS) {
            return;
        }
        Dated first = null;
        if (role == Role.MEASURES) {
            List<Dated> dates = due.in(start, Math.min(reach, end + DUE_REACH));
            first = dates.isEmpty() ? null : dates.getFirst();
        }
        list.add(new Statement(item, aspect, List.of(), first, start, end));
    }
}
