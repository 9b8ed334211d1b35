package guidang.reader.labelled;

import guidang.reader.labelled.Tree.Answer;
import guidang.reader.labelled.Tree.Due;
import guidang.reader.labelled.Tree.Item;
import guidang.reader.labelled.Tree.Register;
import guidang.reader.labelled.Tree.Section;
import guidang.reader.labelled.Tree.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the expected tree of a document's marks.
final class TreeBuilder {
    private static final int SHORT = 60;
    private static final Map<String, Unit> UNITS = Map.of("problems", Unit.PROBLEM, "causes", Unit.CAUSE, "measures",
            Unit.MEASURE, "p", Unit.PROBLEM, "c", Unit.CAUSE, "m", Unit.MEASURE);

    private final Labelled document;
    private final List<Section> sections = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<Unit, List<Span>> units = new EnumMap<>(Unit.class);
    private final List<Register> registers = new ArrayList<>();
    private final List<Span> aside = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Deque<OpenItem> open = new ArrayDeque<>();
    private @Nullable Tag section;
    private @Nullable String sectionAspect;
    private boolean hasUnits;
    private int table;

    private TreeBuilder(Labelled document) {
        this.document = document;
        Arrays.stream(Unit.values()).forEach(unit -> units.put(unit, new ArrayList<>()));
    }

    static Tree of(Labelled document) {
        TreeBuilder builder = new TreeBuilder(document);
        document.tags().forEach(builder::take);
        builder.endSection(document.text().length());
        return builder.tree();
    }

    private Tree tree() {
        Set<String> organizations = document.tagged("O").map(document::wordsOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Span> announced = document.tagged("a").map(Tag::span).toList();
        @Nullable
        Tag count = document.tagged("N").findFirst().orElse(null);
        Set<String> findings = new HashSet<>(document.words("findings"));
        if (document.tagged("?").findAny().isPresent()) {
            findings.add("placeholder");
        }
        if (sections.stream().anyMatch(this::isShort)) {
            findings.add("section-short");
        }
        if (count != null && Integer.parseInt(count.value()) != announced.size()) {
            findings.add("aspect-count");
        }
        return new Tree(document.kind(), document.tagged("T").findFirst().map(document::wordsOf).orElse(null), organizations,
                document.tagged("D").findFirst().map(Tag::value).orElse(null),
                count == null ? null : Integer.valueOf(count.value()),
                announced, sections, items, units, document.tagged("?").map(Tag::span).toList(),
                document.tagged("due").map(tag -> new Due(tag.value(), tag.span())).toList(), registers, aside, answers, findings,
                Set.copyOf(document.words("may")));
    }

    private void take(Tag tag) {
        switch (tag.name()) {
            case "section" -> {
                endSection(tag.start());
                section = tag;
                hasUnits = false;
            }
            case "sign", "att" -> endSection(tag.start());
            case "item" -> begin(tag);
            case "." -> endItems(0, tag.start());
            case "body" -> top().bodyStart = tag.start();
            case "@" -> aspect(document.wordsOf(tag));
            case ">" -> top().answers = Arrays.stream(tag.value().split(",")).map(number -> Integer.parseInt(number) - 1)
                    .collect(Collectors.toSet());
            case "p", "c", "m" -> explicit(tag);
            case "reg", "tab" -> table = tag.start();
            case "/reg", "/tab" -> endTable(tag);
            default -> {
            }
        }
    }

    private void begin(Tag tag) {
        int level = Integer.parseInt(tag.value());
        endItems(level, tag.start());
        if (!open.isEmpty()) {
            open.element().isLeaf = false;
        }
        open.push(new OpenItem(tag, level));
    }

    private void aspect(String words) {
        if (open.isEmpty()) {
            sectionAspect = words;
        } else {
            top().aspect = words;
        }
    }

    private OpenItem top() {
        return open.element();
    }

    private void explicit(Tag tag) {
        units(tag.name()).add(tag.span());
        hasUnits = true;
        open.forEach(item -> item.isLeaf = false);
    }

    private void endTable(Tag tag) {
        Span span = new Span(table, tag.start());
        aside.add(span);
        if (tag.isNamed("/reg")) {
            registers.add(new Register(span, (int) span.of(document.text()).lines().count() - 1));
        }
        hasUnits = true;
    }

    private void endItems(int level, int end) {
        while (!open.isEmpty() && open.element().level >= level) {
            OpenItem item = open.pop();
            Tag tag = item.tag;
            int last = trimmed(end);
            items.add(new Item(roles(), item.level, document.wordsOf(tag), item.aspect, tag.start(), last));
            hasUnits = true;
            if (item.isLeaf) {
                unit(item.bodyStart < 0 ? tag.end() : item.bodyStart, last);
                answer(item);
            }
        }
    }

    /// A subitem answers what the item above it answers.
    private void answer(OpenItem item) {
        Set<Integer> problems = open.stream().map(above -> above.answers).filter(set -> !set.isEmpty()).findFirst()
                .orElse(Set.of());
        Set<Integer> own = item.answers.isEmpty() ? problems : item.answers;
        if (!own.isEmpty()) {
            answers.add(new Answer(units("measures").getLast(), own));
        }
    }

    private void endSection(int end) {
        endItems(0, end);
        Tag begun = section;
        if (begun == null) {
            return;
        }
        int last = trimmed(end);
        int headingEnd = document.text().indexOf('\n', begun.start());
        if (!hasUnits) {
            paragraphs(headingEnd + 1, last);
        }
        Section ended = new Section(roles(), document.text().substring(begun.end(), headingEnd), sectionAspect, begun.start(),
                last);
        sections.add(ended);
        if (ended.roles().size() > 1) {
            aside.add(new Span(ended.start(), ended.end()));
        }
        section = null;
        sectionAspect = null;
    }

    private void paragraphs(int from, int end) {
        for (int start = from; start < end;) {
            int lineEnd = Math.min(end, document.text().indexOf('\n', start));
            unit(start, trimmed(lineEnd));
            start = lineEnd + 1;
        }
    }

    /// The only role of the section says what a leaf is.
    private void unit(int from, int end) {
        int start = from;
        while (start < end && Blank.is(document.text().charAt(start))) {
            start++;
        }
        if (roles().size() == 1 && start < end) {
            units(roles().iterator().next()).add(new Span(start, end));
        }
    }

    private List<Span> units(String role) {
        Unit unit = UNITS.get(role);
        return unit == null ? new ArrayList<>() : units.getOrDefault(unit, new ArrayList<>());
    }

    private Set<String> roles() {
        return section == null ? Set.of() : new LinkedHashSet<>(List.of(section.value().split("/")));
    }

    /// An end without the white space and page numbers before it.
    private int trimmed(int end) {
        int last = end;
        while (last > 0 && (Blank.is(document.text().charAt(last - 1)) || isFurniture(last - 1))) {
            last--;
        }
        return last;
    }

    private boolean isFurniture(int place) {
        return document.tagged("f").anyMatch(tag -> tag.span().contains(place));
    }

    private boolean isShort(Section section) {
        int line = document.text().indexOf('\n', section.start());
        boolean runsIn = section.heading().length() > SHORT;
        String body = runsIn ? section.heading() : document.text().substring(line, section.end());
        return body.chars().filter(c -> !Blank.is((char) c)).count() < SHORT;
    }

    private static final class OpenItem {
        private final Tag tag;
        private final int level;
        private boolean isLeaf = true;
        private int bodyStart = -1;
        private @Nullable String aspect;
        private Set<Integer> answers = Set.of();

        OpenItem(Tag tag, int level) {
            this.tag = tag;
            this.level = level;
        }
    }
}
