package guidang.reader.structure;

import guidang.reader.protocol.Structure.Role;
import org.jspecify.annotations.Nullable;

/// What the headings of units say: an aspect, a role, or both.
record UnitHeadings(String text, Aspects aspects) {
    /// Reads a unit's heading, which ends before `to` at the latest.
    ///
    /// @param role
    ///            of the section
    void read(Unit unit, Role role, int to) {
        unit.heading = Heading.of(text, unit.content, Glyphs.trim(text, unit.content, to));
        name(unit, role);
        unit.role = unit.style == Style.COUNTED ? counted(unit.label) : tellsRole(unit) ? Roles.of(words(unit)) : null;
    }

    /// 问题一 is a problem wherever it stands.
    private static @Nullable Role counted(String label) {
        Role role = Roles.of(label);
        return role == Role.UNCLASSIFIED ? null : role;
    }

    /// 存在问题, 原因分析, 整改措施 alone, or with a colon and more.
    private boolean tellsRole(Unit unit) {
        String words = words(unit);
        return unit.aspect == null && Roles.isBare(words);
    }

    private String words(Unit unit) {
        return unit.heading == null ? "" : unit.heading.words(text);
    }

    private void name(Unit unit, Role role) {
        Heading heading = unit.heading;
        int end = heading == null ? Math.min(unit.content + Heading.LONGEST, text.length()) : heading.end();
        unit.aspect = heading != null ? AspectName.of(text, unit.content, end) : null;
        unit.named = unit.aspect == null ? null : unit.aspect.words();
        if (unit.named == null && heading != null && !aspects.isEmpty() && role == Role.PROBLEMS) {
            announced(unit, heading);
        }
    }

    /// `理论武装上有欠账。`: the aspect is what was announced, and the rest a statement;
    /// else the whole heading where it is much like one.
    private void announced(Unit unit, Heading heading) {
        int start = AspectName.unwrapped(text, heading.start(), heading.end());
        start += start < heading.end() && Glyphs.isOpening(text.charAt(start)) ? 1 : 0;
        int end = aspects.begins(text, start, heading.end());
        if (end > 0) {
            unit.named = Glyphs.words(text, start, end);
            unit.states = Glyphs.core(text.substring(end, heading.end())).length() > 2;
            return;
        }
        String words = AspectName.strip(text, heading.start(), heading.end());
        unit.named = words.length() > 1 && aspects.match(words) >= 0 ? words : null;
    }

    /// A line without a number that the file calls a heading, or that names an
    /// aspect and says nothing else.
    boolean isSubheading(Paragraph one, Role role) {
        if (one.length() > Heading.LONGEST || Glyphs.isPause(text.charAt(one.end() - 1))) {
            return false;
        } else if (one.level() > 0) {
            return true;
        }
        AspectName name = AspectName.of(text, one.start(), one.end());
        boolean names = name != null && name.whole() && one.length() <= 40;
        boolean announced = one.length() <= 30 && !aspects.isEmpty() && role == Role.PROBLEMS
                && aspects.match(AspectName.strip(text, one.start(), one.end())) >= 0;
        return names || announced || Roles.isBare(Glyphs.words(text, one.start(), one.end()));
    }

    /// `整改措施：…`, and 存在问题 or 原因 where the section is of another role.
    ///
    /// @param mixed
    ///            whether paragraphs of the section begin with several roles: then
    ///            each is one of its own
    boolean tellsOtherRole(Paragraph one, Role role, Role around, boolean mixed) {
        Role own = told(one);
        if (own == Role.UNCLASSIFIED || role == Role.LAST_RECTIFICATION || role == Role.BASICS || role == Role.CASES) {
            return false;
        }
        Heading heading = Heading.of(text, one.start(), one.end());
        if (heading != null && heading.alone() && own == around) {
            return false; // only leads to what follows
        }
        return own != around || own == Role.MEASURES || mixed;
    }

    /// 整改措施： with nothing after it: what follows lies in it.
    boolean leads(Paragraph one) {
        return Glyphs.isColon(text.charAt(one.end() - 1));
    }

    /// The role that a paragraph begins with, closed by a colon, and nothing else.
    Role told(Paragraph one) {
        Heading heading = one.label() == null && one.isProse() ? Heading.of(text, one.start(), one.end()) : null;
        boolean tells = heading != null && heading.end() < one.end() && Glyphs.isColon(text.charAt(heading.end()))
                && Roles.isBare(heading.words(text));
        return heading != null && tells ? Roles.of(heading.words(text)) : Role.UNCLASSIFIED;
    }
}
