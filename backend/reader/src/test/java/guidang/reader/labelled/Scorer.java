package guidang.reader.labelled;

import guidang.reader.labelled.Tree.Answer;
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
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Compares one reading with the expected tree, in places counted without
/// white space.
final class Scorer {
    private static final double ENOUGH = 0.5;

    private final String title;
    private final Labelled document;
    private final Tree tree;
    private final Reading reading;
    private final Places places;
    private final Score score = new Score();

    private Scorer(String title, Labelled document, Reading reading) {
        this.title = title;
        this.document = document;
        this.tree = TreeBuilder.of(document);
        this.reading = reading;
        this.places = new Places(document.text(), reading.text());
    }

    static Score score(String title, Labelled document, Reading reading) {
        return new Scorer(title, document, reading).score();
    }

    private Score score() {
        score.reading(places.areSame());
        new Facts(title, tree, reading, score).add();
        match(Measure.SECTIONS, tree.sections(), reading.list("sections"), this::sameSection);
        match(Measure.ASPECTS, tree.announced(), reading.list("aspects"), places::overlap);
        match(Measure.ASPECTS, tree.items().stream().filter(item -> item.aspect() != null).toList(), itemsWithAspect(),
                this::sameAspect);
        match(Measure.ITEMS, tree.items(), reading.list("items"), this::sameItem);
        units(Unit.PROBLEM, "problems", Measure.PROBLEMS, Measure.PROBLEMS_AND_MEASURES);
        units(Unit.MEASURE, "measures", Measure.MEASURES, Measure.PROBLEMS_AND_MEASURES);
        units(Unit.CAUSE, "causes", Measure.CAUSES);
        problemAspects();
        answers();
        match(Measure.PLACEHOLDERS, tree.placeholders(), reading.list("placeholders"), places::overlap);
        match(Measure.DUE_DATES, tree.dues(), scored("dueDates", tree.dues().stream().map(Due::span).toList()),
                (due, node) -> due.value().equals(node.path("value").asString("")) ? places.overlap(due.span(), node) : 0);
        match(Measure.REGISTERS, tree.registers(),
                reading.list("tables").stream().filter(t -> kind(t).equals("register")).toList(),
                (register, node) -> register.rows() == node.path("rows").size() ? places.overlap(register.span(), node) : 0);
        return score;
    }

    private void units(Unit unit, String field, Measure... measures) {
        List<Span> expected = Objects.requireNonNull(tree.units().get(unit));
        List<JsonNode> actual = scored(field, expected);
        for (Measure measure : measures) {
            match(measure, expected, actual, places::overlap);
        }
    }

    private void problemAspects() {
        List<Span> problems = Objects.requireNonNull(tree.units().get(Unit.PROBLEM));
        match(Measure.PROBLEM_ASPECTS, problems.stream().filter(span -> !tree.aspectOf(span).isEmpty()).toList(),
                scored("problems", problems).stream().filter(node -> node.has("aspect")).toList(),
                (span, node) -> letters(tree.aspectOf(span)).equals(letters(node.path("aspect").asString("")))
                        ? places.overlap(span, node)
                        : 0);
    }

    /// Whether the measures that were found are told to answer the right problems.
    private void answers() {
        List<JsonNode> problems = reading.list("problems");
        for (Answer answer : tree.answers()) {
            JsonNode measure = reading.list("measures").stream().filter(node -> places.overlap(answer.measure(), node) >= ENOUGH)
                    .findFirst().orElse(null);
            if (measure != null) {
                Set<Integer> told = new HashSet<>();
                measure.path("answers").forEach(index -> told.add(problem(problems.get(index.asInt()))));
                answer(answer, told);
            }
        }
    }

    private void answer(Answer answer, Set<Integer> told) {
        Tally tally = score.of(Measure.ANSWERS);
        for (Integer problem : answer.problems()) {
            if (told.remove(problem)) {
                tally.right();
            } else {
                tally.missed();
                miss(Measure.ANSWERS, " missed: " + (problem + 1) + " by " + describe(answer.measure()));
            }
        }
        told.forEach(problem -> {
            tally.wrong();
            miss(Measure.ANSWERS, " made up: " + (problem + 1) + " by " + describe(answer.measure()));
        });
    }

    /// Which of the labelled problems a problem of the reading is; -1 for none.
    private int problem(JsonNode node) {
        List<Span> problems = Objects.requireNonNull(tree.units().get(Unit.PROBLEM));
        return IntStream.range(0, problems.size()).filter(i -> places.overlap(problems.get(i), node) >= ENOUGH).findFirst()
                .orElse(-1);
    }

    /// The nodes of a field without those set aside, unless they meet
    /// something expected.
    private List<JsonNode> scored(String field, List<Span> expected) {
        return reading.list(field).stream()
                .filter(node -> !isAside(node) || expected.stream().anyMatch(span -> places.overlap(span, node) > 0))
                .toList();
    }

    /// Whether it begins in a table, or in a section whose role is open: there
    /// nothing is asked and nothing is wrong.
    private boolean isAside(JsonNode node) {
        int start = places.read(node).start();
        return tree.aside().stream().anyMatch(span -> places.labelled(span).contains(start));
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
        return places.areNear(section.start(), node) && section.roles().contains(node.path("role").asString("")) ? 1 : 0;
    }

    private double sameItem(Item item, JsonNode node) {
        return places.areNear(item.start(), node) && item.roles().contains(node.path("sectionRole").asString("")) ? 1 : 0;
    }

    private double sameAspect(Item item, JsonNode node) {
        return places.areNear(item.start(), node)
                && letters(Objects.requireNonNull(item.aspect())).equals(letters(node.path("aspect").asString(""))) ? 1 : 0;
    }

    private String describe(Object thing) {
        return switch (thing) {
            case Span span -> cut(span.of(document.text()));
            case Section section -> section.roles() + " " + section.heading();
            case Item item ->
                item.label() + " " + item.aspect() + " " + cut(new Span(item.start(), item.end()).of(document.text()));
            case JsonNode node ->
                node.path("role").asString("") + node.path("aspect").asString("") + " " + cut(places.words(node));
            default -> thing.toString();
        };
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

}
