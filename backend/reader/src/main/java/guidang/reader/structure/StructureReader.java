package guidang.reader.structure;

import guidang.reader.protocol.Structure;
import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Head;
import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Kind;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Span;
import guidang.reader.protocol.Structure.Statement;
import guidang.reader.protocol.Structure.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one paper, from front to back. Never throws for what is in it; the
/// same paper gives the same structure.
public final class StructureReader {
    private static final int PLACE_REACH = 40;
    private static final int MOST_NAMED = 60;
    private static final int SHORT_HEADING = 24;

    private final Paper paper;
    private final String text;
    private final List<Paragraph> paragraphs;
    private final Findings findings = new Findings();

    private StructureReader(Paper paper) {
        this.paper = paper;
        this.text = paper.text();
        this.paragraphs = Paragraphs.of(paper);
    }

    public static Structure read(Paper paper) {
        return new StructureReader(paper).read();
    }

    private Structure read() {
        Front front = new FrontReader(text, paragraphs).read();
        BackReader ending = new BackReader(text, paragraphs, front.next());
        int annex = ending.annex();
        Back back = ending.read(annex);
        List<Integer> heads = new Outline(text, paragraphs, front.next(), back.first()).heads();
        Span preamble = preamble(front, heads.isEmpty() ? back.first() : heads.getFirst());
        Announced announced = announced(preamble, heads, back.first());
        Dated date = back.date() == null ? front.date() : back.date();
        LocalDate written = date == null ? null : date.value();
        DueDates due = new DueDates(text, written == null ? about(date, preamble, front.title()) : written);

        Statements statements = new Statements(text, due);
        Sections parts = new Sections(text, paragraphs, new Aspects(announced.aspects()), new NumberFaults(text, findings),
                statements);
        Phrase title = front.title();
        Kind told = title == null ? null : Kinds.ofTitle(title.text());
        parts.read(heads, back.first(), told);
        List<Section> sections = parts.all();
        Tables tables = new Tables(text, paragraphs, due);
        tables.read();
        List<Item> items = parts.items();
        List<Phrase> placeholders = new Placeholders(text).find();
        Head head = new Head(front.title(), front.roleLine(), organization(front, back, preamble), date, place(front),
                front.salutation(),
                preamble, announced.count(), announced.aspects());
        Kind kind = Kinds.of(title == null ? null : title.text(), front.roleLine() == null ? null : "", text, sections,
                tables.tables().stream().anyMatch(Table::register));
        check(front, announced, sections, items, statements, placeholders, kind);
        List<Statement> measures = new Answers(text, statements.problems(), parts.units()).to(statements.measures());
        return new Structure(kind, head, sections, items, statements.problems(), statements.causes(), measures,
                due.of(tables.dates(), sections, measures), tables.tables(), placeholders, back.attachments(),
                spans(Paragraph.Sort.CONTENTS),
                back.signOff(), new Leftovers(text, paragraphs).find(front, preamble, sections, back, tables.tables()),
                findings.inOrder());
    }

    private void check(Front front, Announced announced, List<Section> sections, List<Item> items, Statements statements,
            List<Phrase> placeholders, Kind kind) {
        Checks checks = new Checks(paper, findings);
        checks.traits();
        checks.placeholders(placeholders);
        checks.aspects(announced, items, statements.problems(), sections);
        checks.sections(kind, sections, statements.roles());
        new Markings(paper, findings).check(paragraphs, front.next());
        OddCharacters.check(text, findings);
    }

    /// From the first words after the front to the first section, or to where 如下
    /// ends a paragraph.
    private @Nullable Span preamble(Front front, int end) {
        int last = -1;
        for (int i = front.next(); i < Math.min(end, paragraphs.size()); i++) {
            Paragraph one = paragraphs.get(i);
            if (one.isRow() || (one.label() != null && last >= 0 && end == paragraphs.size())) {
                break;
            }
            last = one.isProse() ? i : last;
            if (one.isProse() && endsPreamble(one)) {
                break;
            }
        }
        return last < 0 || front.body() >= paragraphs.get(last).end() ? null : new Span(front.body(), paragraphs.get(last).end());
    }

    /// 现对照检视如下， 敬请批评指正。
    private boolean endsPreamble(Paragraph one) {
        int from = Math.max(one.start(), one.end() - 30);
        int at = text.indexOf("如下", from, one.end());
        return at >= 0;
    }

    private Announced announced(@Nullable Span preamble, List<Integer> heads, int end) {
        Aspects headings = new Aspects(named(end));
        Announced found = preamble == null
                ? Announced.NOTHING
                : new Announcement(text, preamble.start(), preamble.end(), headings).find();
        for (int k = 0; k < heads.size() && k < 4 && !found.lists(); k++) {
            int next = k + 1 < heads.size() ? heads.get(k + 1) : end;
            int lead = heads.get(k) + 1;
            boolean leads = lead < next && paragraphs.get(lead).isProse() && paragraphs.get(lead).label() == null;
            Announced led = leads
                    ? new Announcement(text, paragraphs.get(lead).start(), paragraphs.get(lead).end(), headings).find()
                    : Announced.NOTHING;
            found = led.lists() ? led : found;
        }
        return found;
    }

    /// What headings call aspects, or may: the words before 方面, or the whole of a
    /// short one.
    private List<Phrase> named(int end) {
        List<Phrase> named = new ArrayList<>();
        for (Paragraph one : paragraphs.subList(0, end)) {
            boolean heads = one.isProse() && (one.label() != null || one.length() <= SHORT_HEADING);
            Heading heading = heads && named.size() < MOST_NAMED ? Heading.of(text, one.content(), one.end()) : null;
            AspectName name = heading == null ? null : AspectName.of(text, heading.start(), heading.end());
            if (name != null) {
                named.add(new Phrase(name.words(), name.start(), name.end()));
            } else if (heading != null && heading.end() - heading.start() <= SHORT_HEADING) {
                named.add(new Phrase(AspectName.strip(text, heading.start(), heading.end()), heading.start(), heading.end()));
            }
        }
        return named;
    }

    private @Nullable Phrase organization(Front front, Back back, @Nullable Span preamble) {
        if (back.organization() != null) {
            return back.organization();
        } else if (front.organization() != null || preamble == null) {
            return front.organization();
        }
        return Organizations.within(text, preamble.start(), Math.min(preamble.end(), preamble.start() + 400));
    }

    /// Beside the date, or what a line further down names: 会议地点：…
    private @Nullable Phrase place(Front front) {
        for (int i = front.next(); front.place() == null && i < Math.min(paragraphs.size(), front.next() + PLACE_REACH); i++) {
            Paragraph one = paragraphs.get(i);
            Heading heading = one.isProse() ? Heading.of(text, one.content(), one.end()) : null;
            String words = heading == null ? "" : heading.words(text);
            if (heading != null && !heading.alone() && (words.equals("会议地点") || words.equals("地点") || words.equals("召开地点"))) {
                int end = one.end();
                while (end > heading.body() && Glyphs.isPause(text.charAt(end - 1))) {
                    end--;
                }
                return new Phrase(Glyphs.words(text, heading.body(), end), heading.body(), end);
            }
        }
        return front.place();
    }

    /// Some day of the document's time where its own is not told.
    private @Nullable LocalDate about(@Nullable Dated month, @Nullable Span preamble, @Nullable Phrase title) {
        Dated last = month == null ? null : Dates.at(text, month.start(), month.end(), true);
        Dated told = preamble == null ? null : Dates.in(text, preamble.start(), Math.min(preamble.end(), preamble.start() + 400));
        LocalDate day = last != null ? last.value() : told == null ? null : told.value();
        return day == null ? yearOf(title) : day;
    }

    private @Nullable LocalDate yearOf(@Nullable Phrase title) {
        for (int i = title == null ? 0 : title.start(); title != null && i + 4 < title.end(); i++) {
            Numeral year = Numeral.arabic(text, i, i + 4, 4);
            if (year != null && year.end() == i + 4 && year.value() > 1990 && year.value() < 2200 && text.charAt(i + 4) == '年') {
                return LocalDate.of(year.value(), 1, 1);
            }
        }
        return null;
    }

    private List<Span> spans(Paragraph.Sort sort) {
        List<Span> spans = new ArrayList<>();
        boolean open = false;
        for (Paragraph one : paragraphs) {
            boolean is = one.sort() == sort;
            if (is && open) {
                spans.set(spans.size() - 1, new Span(spans.getLast().start(), one.end()));
            } else if (is && spans.size() < Limits.MANY) {
                spans.add(new Span(one.start(), one.end()));
            }
            open = is;
        }
        return spans;
    }
}
