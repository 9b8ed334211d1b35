package guidang.reader.structure;

import guidang.reader.protocol.Structure.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides which paragraphs head sections: those numbered 一、 or 第一部分, those
/// that the file itself calls headings of the first level, and short lines
/// without a number whose words tell a role. Where none is there, the first
/// style of numbers that occurs heads them.
final class Outline {
    private static final int LONGEST_PLAIN = 30;
    private static final int LONGEST_RUNNING = 16;

    private final String text;
    private final List<Paragraph> paragraphs;
    private final int from;
    private final int to;

    /// @param from
    ///            index of the first paragraph that may head a section
    /// @param to
    ///            one past the last
    Outline(String text, List<Paragraph> paragraphs, int from, int to) {
        this.text = text;
        this.paragraphs = paragraphs;
        this.from = from;
        this.to = to;
    }

    /// Indices of the heads, ascending.
    List<Integer> heads() {
        List<Integer> parts = styled(Style.PART);
        List<Integer> numbered = styled(Style.HAN);
        List<Integer> plain = plain(!numbered.isEmpty());
        if (parts.size() > 1) {
            return parts;
        } else if (!numbered.isEmpty()) {
            return plain.isEmpty() ? numbered : areItems(numbered, plain) ? plain : merged(numbered, plain);
        }
        List<Integer> marked = marked();
        if (marked.size() > 1 || (!marked.isEmpty() && plain.isEmpty())) {
            return merged(marked, plain);
        }
        List<Integer> telling = telling();
        if (telling.size() > 1 && telling.size() >= plain.size()) {
            return telling;
        }
        List<Integer> running = tellSeveral(plain) ? List.of() : running();
        if (running.size() > plain.size()) {
            return running;
        }
        return plain.isEmpty() ? first() : plain;
    }

    private boolean tellSeveral(List<Integer> heads) {
        return heads.stream().map(i -> Roles.of(Glyphs.words(text, paragraphs.get(i).start(), paragraphs.get(i).end())))
                .filter(role -> role != Role.UNCLASSIFIED).distinct().count() > 1;
    }

    /// Paragraphs without a number that begin with a role (存在的问题：一是…), where they
    /// tell two of them, and no lines of their own do.
    private List<Integer> running() {
        List<Integer> found = new ArrayList<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = from; i < to; i++) {
            Paragraph one = paragraphs.get(i);
            Heading heading = one.isProse() && one.label() == null ? Heading.of(text, one.start(), one.end()) : null;
            String words = heading == null ? "" : heading.words(text);
            if (heading != null && heading.end() - heading.start() <= LONGEST_RUNNING && Roles.isHeading(words)) {
                found.add(i);
                roles.add(Roles.of(words));
            }
        }
        return roles.contains(Role.PROBLEMS) && roles.size() > 1 ? found : List.of();
    }

    private List<Integer> styled(Style style) {
        List<Integer> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Label label = paragraphs.get(i).label();
            if (paragraphs.get(i).isProse() && label != null && label.style() == style) {
                found.add(i);
            }
        }
        return found;
    }

    /// Headings of the uppermost level that the file knows, after the title.
    private List<Integer> marked() {
        int top = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            Paragraph one = paragraphs.get(i);
            top = one.isProse() && one.level() > 0 ? Math.min(top, one.level()) : top;
        }
        List<Integer> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Paragraph one = paragraphs.get(i);
            if (one.isProse() && one.level() == top) {
                found.add(i);
            }
        }
        return found;
    }

    private List<Integer> plain(boolean numbered) {
        List<Integer> found = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int top = topOfNumbered();
        for (int i = from; i < to; i++) {
            Paragraph one = paragraphs.get(i);
            if (!one.isProse() || one.label() != null || one.length() > LONGEST_PLAIN) {
                continue;
            }
            String words = Glyphs.words(text, one.start(), one.end());
            boolean asHeading = one.level() > 0 && one.level() == top;
            boolean open = Glyphs.isPause(words.charAt(words.length() - 1));
            boolean bare = (!open || Glyphs.isColon(words.charAt(words.length() - 1))) && Roles.isBare(words);
            if (asHeading || bare || (Roles.isHeading(words) && !open)) {
                found.add(i);
                seen.merge(words, 1, Integer::sum);
            }
        }
        // 存在问题 again and again stands below something else
        found.removeIf(i -> numbered
                && seen.getOrDefault(Glyphs.words(text, paragraphs.get(i).start(), paragraphs.get(i).end()), 0) > 1);
        return found;
    }

    /// The level at which the file keeps those numbered 一、, or -1.
    private int topOfNumbered() {
        for (int i = from; i < to; i++) {
            Paragraph one = paragraphs.get(i);
            if (one.isProse() && one.level() > 0 && one.label() != null && one.label().style() == Style.HAN) {
                return one.level();
            }
        }
        return -1;
    }

    /// Whether 一、 counts below headings that have no number: it starts anew after
    /// each, or tells no role itself.
    private boolean areItems(List<Integer> numbered, List<Integer> plain) {
        if (numbered.getFirst() < plain.getFirst()) {
            return false;
        }
        int starts = 0;
        boolean each = true;
        int head = 0;
        int before = -1;
        for (int index : numbered) {
            while (head < plain.size() && plain.get(head) < index) {
                head++;
            }
            if (value(index) == 1) {
                starts++;
                each &= head > 0 && plain.get(head - 1) > before;
            }
            before = index;
        }
        return (starts > 1 && each) || (starts == 1 && plain.size() > 1 && numbered.stream().noneMatch(this::tells));
    }

    private int value(int index) {
        Label label = paragraphs.get(index).label();
        return label == null ? 0 : label.value();
    }

    private boolean tells(int index) {
        Paragraph one = paragraphs.get(index);
        Heading heading = Heading.of(text, one.content(), one.end());
        return heading != null && heading.end() - heading.start() <= LONGEST_PLAIN
                && Roles.of(heading.words(text)) != Role.UNCLASSIFIED;
    }

    /// Paragraphs of one style of numbers, at least two of which tell a role.
    private List<Integer> telling() {
        for (int i = from; i < to; i++) {
            Label label = paragraphs.get(i).label();
            if (paragraphs.get(i).isProse() && label != null && label.style().rank() <= Style.ORDINAL.rank()) {
                List<Integer> same = styled(label.style());
                return same.stream().filter(this::tells).limit(2).count() > 1 ? same : List.of();
            }
        }
        return List.of();
    }

    private List<Integer> first() {
        for (int i = from; i < to; i++) {
            Label label = paragraphs.get(i).label();
            if (paragraphs.get(i).isProse() && label != null && label.style().rank() < Style.ORDINAL.rank()) {
                return styled(label.style());
            }
        }
        return List.of();
    }

    private static List<Integer> merged(List<Integer> one, List<Integer> other) {
        List<Integer> all = new ArrayList<>(one);
        all.addAll(other);
        return all.stream().sorted().distinct().toList();
    }
}
