package guidang.reader.structure;

import guidang.reader.protocol.Structure.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds the units of one section after the other. A style of numbers that is
/// open already gives a sibling; another one a child of whatever ranks above it.
final class Units {
    private final String text;
    private final UnitHeadings headings;
    private final NumberFaults faults;
    private final InlineLabels inline;
    private final List<Unit> all = new ArrayList<>();
    private final List<Unit> open = new ArrayList<>();
    private final Map<Style, Integer> last = new HashMap<>();
    private List<Paragraph> body = List.of();
    private Role role = Role.UNCLASSIFIED;
    private boolean mixed;

    Units(String text, Aspects aspects, NumberFaults faults) {
        this.text = text;
        this.headings = new UnitHeadings(text, aspects);
        this.faults = faults;
        this.inline = new InlineLabels(text);
    }

    /// The units of a section, whose body these paragraphs are; the first may be
    /// the rest of the paragraph of its heading.
    ///
    /// @return index of the first of them in [#all]
    int read(List<Paragraph> paragraphs, Role section) {
        int first = all.size();
        body = paragraphs;
        mixed = body.stream().map(headings::told).filter(told -> told != Role.UNCLASSIFIED).distinct().limit(2).count() > 1;
        role = section;
        open.clear();
        last.clear();
        faults.nextSection();
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i).isProse()) {
                paragraph(i);
            }
        }
        return first;
    }

    List<Unit> all() {
        return all;
    }

    private void paragraph(int i) {
        Paragraph one = body.get(i);
        Label label = one.label();
        List<Label> inside = inline.in(one.content(), one.end(), label, i + 1 < body.size() ? body.get(i + 1).label() : null);
        if (label != null) {
            open(label, i, false, inside.isEmpty() ? one.end() : inside.getFirst().start());
        } else if (headings.isSubheading(one, role)) {
            subheading(one, false);
        } else if (headings.tellsOtherRole(one, role, around(), mixed)) {
            subheading(one, !headings.leads(one));
        }
        for (int k = 0; k < inside.size(); k++) {
            close(inside.get(k).start());
            open(inside.get(k), -1, true, k + 1 < inside.size() ? inside.get(k + 1).start() : one.end());
        }
        for (Unit unit : open) {
            unit.end = one.end();
        }
        while (!open.isEmpty() && open.getLast().inline) {
            open.removeLast();
        }
    }

    private Role around() {
        return open.isEmpty() ? role : Statements.effective(open.getLast(), role);
    }

    private void close(int at) {
        for (Unit unit : open) {
            unit.end = Math.max(unit.end, Glyphs.trim(text, unit.start, at));
        }
    }

    private void open(Label label, int paragraph, boolean inside, int to) {
        if (all.size() >= Limits.UNITS) {
            return;
        }
        popFor(label, paragraph);
        Unit parent = open.isEmpty() ? null : open.getLast();
        int value = label.value() == 0 ? faults.lastOf(parent, label.style()) + 1 : label.value();
        faults.check(label, value, parent, last.getOrDefault(label.style(), 0));
        last.put(label.style(), value);
        push(new Unit(label.style(), value, label.words(text), parent, all.size(), label.start(), label.content(), inside), to);
    }

    private void push(Unit unit, int to) {
        if (unit.parent != null) {
            unit.parent.children++;
        }
        headings.read(unit, role, to);
        all.add(unit);
        open.add(unit);
    }

    private void popFor(Label label, int paragraph) {
        for (int k = open.size() - 1; k >= 0; k--) {
            if (open.get(k).style == label.style()) {
                popTo(k);
                return;
            }
        }
        while (!open.isEmpty() && open.getLast().style.rank() > label.style().rank()
                && !(paragraph >= 0 && goesOn(open.getLast(), paragraph))) {
            open.removeLast();
        }
    }

    private void popTo(int size) {
        while (open.size() > size) {
            open.removeLast();
        }
    }

    /// Whether a unit's next sibling comes further down, so that what stands
    /// between lies in it though it ranks above.
    private boolean goesOn(Unit unit, int paragraph) {
        int next = -1;
        for (int i = paragraph; i < body.size() && i < paragraph + 30; i++) {
            Label label = body.get(i).label();
            if (label != null && label.style() == unit.style) {
                next = label.value();
                break;
            } else if (label != null && isOpen(label.style(), unit)) {
                break;
            }
        }
        return next == unit.value + 1;
    }

    private boolean isOpen(Style style, Unit below) {
        for (Unit unit : open) {
            if (unit == below) {
                return false;
            } else if (unit.style == style) {
                return true;
            }
        }
        return false;
    }

    private void subheading(Paragraph one, boolean runsIn) {
        if (all.size() >= Limits.UNITS) {
            return;
        }
        popTo(Math.max(0, plainAt()));
        Unit parent = open.isEmpty() ? null : open.getLast();
        push(new Unit(Style.PLAIN, 0, "", parent, all.size(), one.start(), one.start(), runsIn), one.end());
    }

    /// A heading without a number ends what is open down to the last such, or all
    /// below those numbered （一）.
    private int plainAt() {
        for (int k = 0; k < open.size(); k++) {
            if (open.get(k).style == Style.PLAIN) {
                return k;
            }
        }
        int keep = 0;
        while (keep < open.size() && (open.get(keep).style.rank() < Style.ARABIC.rank() || open.get(keep).onlyNames())) {
            keep++;
        }
        return keep;
    }
}
