package guidang.reader.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.labelled.Tree.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ScorerTest {
    private static final JsonMapper JSON = new JsonMapper();

    static List<Labelled> documents() {
        return Labelled.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void givesFullMarksToWhatTheLabelsSay(Labelled document) {
        Score score = Scorer.score("", document, new Reading(document.text(), perfect(document, "")));
        assertThat(score.misses()).isEmpty();
        for (Measure measure : Measure.values()) {
            assertThat(score.of(measure).f1()).as("%s", measure).isEqualTo(1);
        }
    }

    @Test
    void countsPlacesWithoutWhiteSpaceAndFurniture() {
        Labelled document = documents().getFirst();
        String before = " 第1页\n\n";
        assertThat(Scorer.score("", document, new Reading(before + document.text(), perfect(document, before))).misses())
                .isEmpty();
    }

    @Test
    void countsWhatIsMissedAndWhatIsMadeUp() {
        Labelled document = documents().getFirst();
        ObjectNode json = perfect(document, "");
        ArrayNode problems = (ArrayNode) json.get("problems");
        problems.remove(0);
        problems.add(node(new Span(0, 10)));
        problems.add(node(new Span(10, 14)));
        Score score = Scorer.score("", document, new Reading(document.text(), json));
        assertThat(score.of(Measure.PROBLEMS).recall()).isEqualTo(0.75);
        assertThat(score.of(Measure.PROBLEMS).precision()).isEqualTo(0.6);
        assertThat(score.of(Measure.PROBLEM_ASPECTS).recall()).isEqualTo(0.75);
    }

    @Test
    void wantsHalfOfTheUnionOfTwoSpans() {
        assertThat(new Span(0, 10).overlap(new Span(0, 20))).isEqualTo(0.5);
        assertThat(new Span(0, 10).overlap(new Span(10, 20))).isZero();
    }

    private static ObjectNode perfect(Labelled document, String before) {
        Tree tree = TreeBuilder.of(document);
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", tree.kind());
        text(json, "title", tree.title(), "text");
        text(json, "organization", tree.organizations().stream().findFirst().orElse(null), "text");
        text(json, "date", tree.date(), "value");
        if (tree.aspectCount() != null) {
            json.putObject("aspectCount").put("value", tree.aspectCount());
        }
        int by = before.length();
        tree.announced().forEach(span -> json.withArray("aspects").add(node(span, by)));
        tree.sections().forEach(section -> json.withArray("sections")
                .add(node(new Span(section.start(), section.end()), by).put("role", section.roles().iterator().next())));
        tree.items().forEach(item -> {
            ObjectNode node = node(new Span(item.start(), item.end()), by).put("sectionRole", item.roles().iterator().next());
            if (item.aspect() != null) {
                node.put("aspect", item.aspect());
            }
            json.withArray("items").add(node);
        });
        for (Unit unit : Unit.values()) {
            String field = unit.name().toLowerCase(Locale.ROOT) + "s";
            Objects.requireNonNull(tree.units().get(unit)).forEach(span -> json.withArray(field).add(unit(unit, tree, span, by)));
        }
        tree.placeholders().forEach(span -> json.withArray("placeholders").add(node(span, by)));
        tree.dues().forEach(due -> json.withArray("dueDates").add(node(due.span(), by).put("value", due.value())));
        tree.registers().forEach(register -> {
            ObjectNode table = node(register.span(), by).put("kind", "register");
            for (int i = 0; i < register.rows(); i++) {
                table.withArray("rows").addObject();
            }
            json.withArray("tables").add(table);
        });
        tree.findings().forEach(code -> json.withArray("findings").addObject().put("code", code));
        return json;
    }

    private static void text(ObjectNode json, String field, @Nullable String words, String within) {
        if (words != null) {
            json.putObject(field).put(within, words);
        }
    }

    private static ObjectNode unit(Unit unit, Tree tree, Span span, int by) {
        boolean hasAspect = unit == Unit.PROBLEM && !tree.aspectOf(span).isEmpty();
        if (unit == Unit.MEASURE) {
            ObjectNode measure = node(span, by);
            tree.answers().stream().filter(answer -> answer.measure().equals(span)).forEach(answer -> answer.problems()
                    .forEach(problem -> measure.withArray("answers").add(problem)));
            return measure;
        }
        return hasAspect ? node(span, by).put("aspect", tree.aspectOf(span)) : node(span, by);
    }

    private static ObjectNode node(Span span) {
        return node(span, 0);
    }

    private static ObjectNode node(Span span, int by) {
        return JSON.createObjectNode().put("start", span.start() + by).put("end", span.end() + by);
    }
}
