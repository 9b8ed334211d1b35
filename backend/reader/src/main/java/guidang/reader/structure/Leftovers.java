package guidang.reader.structure;

import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Span;
import guidang.reader.protocol.Structure.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What nothing else has taken: no text is dropped.
final class Leftovers {
    private final String text;
    private final List<Paragraph> paragraphs;

    Leftovers(String text, List<Paragraph> paragraphs) {
        this.text = text;
        this.paragraphs = paragraphs;
    }

    List<Span> find(Front front, @Nullable Span preamble, List<Section> sections, Back back, List<Table> tables) {
        List<Span> taken = new ArrayList<>();
        if (front.next() > 0) {
            taken.add(new Span(0, paragraphs.get(front.next() - 1).end()));
        }
        add(taken, preamble);
        add(taken, back.signOff());
        sections.forEach(section -> taken.add(new Span(section.start(), section.end())));
        tables.forEach(table -> taken.add(new Span(table.start(), table.end())));
        back.attachments().forEach(one -> taken.add(new Span(one.start() - 4, one.end())));
        taken.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return without(taken);
    }

    private static void add(List<Span> taken, @Nullable Span span) {
        if (span != null) {
            taken.add(span);
        }
    }

    private List<Span> without(List<Span> taken) {
        List<Span> left = new ArrayList<>();
        int next = 0;
        int covered = 0;
        boolean joins = false;
        for (Paragraph one : paragraphs) {
            while (next < taken.size() && taken.get(next).start() <= Glyphs.skip(text, one.start(), one.end())) {
                covered = Math.max(covered, taken.get(next++).end());
            }
            boolean free = one.sort() != Paragraph.Sort.CONTENTS && covered < Glyphs.trim(text, one.start(), one.end());
            int start = Math.max(covered, one.start());
            if (free && joins) {
                left.set(left.size() - 1, new Span(left.getLast().start(), one.end()));
            } else if (free && left.size() < Limits.MANY) {
                left.add(new Span(Glyphs.skip(text, start, one.end()), one.end()));
            }
            joins = free && !left.isEmpty();
        }
        return left;
    }
}
