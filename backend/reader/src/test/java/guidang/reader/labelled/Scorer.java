package guidang.reader.labelled;

import guidang.reader.labelled.Tree.Due;
import guidang.reader.labelled.Tree.Item;
import guidang.reader.labelled.Tree.Section;
import guidang.reader.labelled.Tree.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares one reading with the expected tree, in places counted without
/// white space.
final class Scorer {
    private static final double ENOUGH = 0.5;
    /// A start may be off by so many characters.
    private static final int NEAR = 2;
    /// What only some formats can tell.
    private static final Set<String> OF_FORMATS = Set.of("tracked-changes", "comments", "macros", "embedded-files", "no-text",
            "odd-characters");

    private final String title;
    private final Labelled document;
    private final Tree tree;
    private final Reading reading;
    private final Words labelledWords;
    private final Words readWords;
    private final int[] onto;
    private final Score score = new Score();

    private Scorer(String title, Labelled document, Reading reading) {
        this.title = title;
        this.document = document;
        this.tree = TreeBuilder.of(document);
        this.reading = reading;
        this.labelledWords = Words.of(document.text());
        this.readWords = Words.of(reading.text());
        this.onto = readWords.onto(labelledWords);
    }

    static Score score(String title, Labelled document, Reading reading) {
        return new Scorer(title, document, reading).score();
    }

    private Score score() {
        score.reading(readWords.equalsIn(labelledWords));
        metadata();
        match(Measure.SECTIONS, tree.sections(), reading.list("sections"), this::sameSection);
        match(Measure.ASPECTS, tree.announced(), reading.list("aspects"), this::overlap);
        match(Measure.ASPECTS, tree.items().stream().filter(item -> item.aspect() != null).toList(), itemsWithAspect(),
                this::sameAspect);
        match(Measure.ITEMS, tree.items(), reading.list("items"), this::sameItem);
        units(Unit.PROBLEM, "problems", Measure.PROBLEMS, Measure.PROBLEMS_AND_MEASURES);
        units(Unit.MEASURE, "measures", Measure.MEASURES, Measure.PROBLEMS_AND_MEASURES);
        units(Unit.CAUSE, "causes", Measure.CAUSES);
        match(Measure.PLACEHOLDERS, tree.placeholders(), reading.list("placeholders"), this::overlap);
        match(Measure.DUE_DATES, tree.dues(), scored("dueDates", tree.dues().stream().map(Due::span).toList()),
                (due, node) -> due.value().equals(node.path("value").asString("")) ? overlap(due.span(), node) : 0);
        match(Measure.REGISTERS, tree.registers(),
                reading.list("tables").stream().filter(t -> kind(t).equals("register")).toList(),
                (register, node) -> register.rows() == node.path("rows").size() ? overlap(register.span(), node) : 0);
        findings();
        return score;
    }

    private void metadata() {
        field("kind", tree.kind(), reading.json().path("kind").asString(""));
        field("title", blankless(tree.title()), blankless(reading.words("title", "text")));
        String organization = blankless(reading.words("organization", "text"));
        boolean named = organization != null && tree.organizations().stream().map(Blank::without).anyMatch(organization::equals);
        field("organization",
                named ? organization : tree.organizations().isEmpty() ? null : String.join("|", tree.organizations()),
                organization);
        field("date", tree.date(), reading.words("date", "value"));
        field("aspectCount", tree.aspectCount() == null ? null : tree.aspectCount().toString(),
                reading.words("aspectCount", "value"));
    }

    private void field(String name, @Nullable String expected, @Nullable String actual) {
        if (expected == null && actual == null) {
            return;
        } else if (Objects.equals(expected, actual)) {
            score.of(Measure.METADATA).right();
            return;
        }
        // one field is one fault, be it wrong, made up or missed
        score.of(Measure.METADATA).missed();
        score.miss(title + " " + name + ": " + expected + " ≠ " + actual);
    }

    private void units(Unit unit, String field, Measure... measures) {
        List<Span> expected = Objects.requireNonNull(tree.units().get(unit));
        List<JsonNode> actual = scored(field, expected);
        for (Measure measure : measures) {
            match(measure, expected, actual, this::overlap);
        }
    }

    /// The nodes of a field without those set aside, unless they meet
    /// something expected.
    private List<JsonNode> scored(String field, List<Span> expected) {
        return reading.list(field).stream()
                .filter(node -> !isAside(node) || expected.stream().anyMatch(span -> overlap(span, node) > 0))
                .toList();
    }

    /// Whether it begins in a table, or in a section whose role is open: there
    /// nothing is asked and nothing is wrong.
    private boolean isAside(JsonNode node) {
        int start = span(node).start();
        return tree.aside().stream().anyMatch(span -> expected(span).contains(start));
    }

    private List<JsonNode> itemsWithAspect() {
        List<JsonNode> items = reading.list("items");
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode parent = item.path("parent").isInt() ? items.get(item.path("parent").asInt()) : item.path("none");
            String aspect = item.path("aspect").asString("");
            boolean isInherited = aspect.equals(parent.path("aspect").asString("")); // by a subitem
            if (!aspect.isEmpty() && !isInherited && item.path("sectionRole").asString("").equals("problems")) {
                kept.add(item);
            }
        }
        return kept;
    }

    private <T> void match(Measure measure, List<T> expected, List<JsonNode> actual, ToDoubleBiFunction<T, JsonNode> likeness) {
        Tally tally = score.of(measure);
        Set<Integer> taken = new HashSet<>();
        for (T wanted : expected) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < actual.size(); i++) {
                double much = taken.contains(i) ? 0 : likeness.applyAsDouble(wanted, actual.get(i));
                if (much >= ENOUGH && much > most) {
                    best = i;
                    most = much;
                }
            }
            if (best < 0) {
                tally.missed();
                miss(measure, " missed: " + describe(wanted));
            } else {
                tally.right();
                taken.add(best);
            }
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!taken.contains(i)) {
                tally.wrong();
                miss(measure, " made up: " + describe(actual.get(i)));
            }
        }
    }

    private void miss(Measure measure, String words) {
        if (measure != Measure.PROBLEMS_AND_MEASURES) { // they are told one by one
            score.miss(title + " " + measure + words);
        }
    }

    private double sameSection(Section section, JsonNode node) {
        return isNear(section.start(), node) && section.roles().contains(node.path("role").asString("")) ? 1 : 0;
    }

    private double sameItem(Item item, JsonNode node) {
        return isNear(item.start(), node) && item.roles().contains(node.path("sectionRole").asString("")) ? 1 : 0;
    }

    private double sameAspect(Item item, JsonNode node) {
        return isNear(item.start(), node)
                && letters(Objects.requireNonNull(item.aspect())).equals(letters(node.path("aspect").asString(""))) ? 1 : 0;
    }

    private boolean isNear(int place, JsonNode node) {
        return Math.abs(labelledWords.rank(place) - span(node).start()) <= NEAR;
    }

    private double overlap(Span span, JsonNode node) {
        return expected(span).overlap(span(node));
    }

    private Span expected(Span span) {
        return span.map(labelledWords::rank);
    }

    private Span span(JsonNode node) {
        return new Span(node.path("start").asInt(-1), node.path("end").asInt(-1)).map(place -> onto[readWords.rank(place)]);
    }

    private void findings() {
        Tally tally = score.of(Measure.FINDINGS);
        Set<String> actual = reading.codes();
        for (String code : tree.findings()) {
            if (actual.contains(code)) {
                tally.right();
            } else {
                tally.missed();
                score.miss(title + " finding missed: " + code);
            }
        }
        for (String code : actual) {
            if (!tree.findings().contains(code) && !tree.tolerated().contains(code) && !OF_FORMATS.contains(code)) {
                tally.wrong();
                score.miss(title + " finding made up: " + code);
            }
        }
    }

    private String describe(Object thing) {
        return switch (thing) {
            case Span span -> cut(span.of(document.text()));
            case Section section -> section.roles() + " " + section.heading();
            case Item item ->
                item.label() + " " + item.aspect() + " " + cut(new Span(item.start(), item.end()).of(document.text()));
            case JsonNode node -> node.path("role").asString("") + node.path("aspect").asString("") + " " + cut(words(node));
            default -> thing.toString();
        };
    }

    private String words(JsonNode node) {
        int length = reading.text().codePointCount(0, reading.text().length());
        int start = Math.clamp(node.path("start").asInt(0), 0, length);
        int end = Math.clamp(node.path("end").asInt(0), start, length);
        return reading.text().substring(reading.text().offsetByCodePoints(0, start), reading.text().offsetByCodePoints(0, end));
    }

    private static String cut(String words) {
        String line = words.replace('\n', '⏎');
        return line.length() > 60 ? line.substring(0, 40) + "…" + line.substring(line.length() - 15) : line;
    }

    private static String kind(JsonNode table) {
        return table.path("kind").asString("");
    }

    /// Quotes and spaces do not tell aspects apart.
    private static String letters(String aspect) {
        return aspect.codePoints().filter(Character::isLetterOrDigit).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    private static @Nullable String blankless(@Nullable String words) {
        return words == null ? null : Blank.without(words);
    }
}
