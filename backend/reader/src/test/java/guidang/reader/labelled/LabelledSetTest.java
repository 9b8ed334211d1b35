package guidang.reader.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.labelled.Tree.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The set itself: large, varied and well-formed.
class LabelledSetTest {
    private static final List<Labelled> ALL = Labelled.all();

    static Stream<Labelled> documents() {
        return ALL.stream();
    }

    @Test
    void hasEightyDocumentsMostOfThemHeldOut() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(80);
        assertThat(ALL.stream().filter(document -> document.set().equals("held-out")).count()).isGreaterThan(40);
    }

    @Test
    void holdsEveryFamilyKindAndFormatSeveralTimes() {
        List<String> families = ALL.stream().flatMap(document -> document.words("families").stream()).toList();
        assertThat(IntStream.rangeClosed(1, 26))
                .allSatisfy(family -> assertThat(families.stream().filter(String.valueOf(family)::equals))
                        .as("family %d", family).hasSizeGreaterThanOrEqualTo(4));
        assertThat(ALL.stream().map(Labelled::kind).collect(Collectors.toSet())).containsExactlyInAnyOrder("self-examination",
                "meeting",
                "plan", "rectification", "implementation", "personal", "other");
        Set<Format> formats = ALL.stream().flatMap(document -> document.words("formats").stream()).map(Format::of)
                .collect(Collectors.toSet());
        assertThat(formats)
                .contains(Arrays.stream(Format.values()).filter(format -> format != Format.TXT).toArray(Format[]::new));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void expectsATreeThatFitsTheText(Labelled document) {
        Tree tree = TreeBuilder.of(document);
        assertThat(document.text()).doesNotContain("{", "}", "¦", "§");
        assertThat(document.text().codePointCount(0, document.text().length())).isEqualTo(document.text().length());
        assertThat(tree.title()).isNotBlank();
        assertThat(tree.sections()).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
        assertThat(tree.sections()).allSatisfy(section -> assertThat(section.heading()).isNotBlank());
        assertThat(tree.items()).allSatisfy(item -> assertThat(item.label()).isNotBlank());
        for (Unit unit : Unit.values()) {
            assertThat(tree.units().get(unit))
                    .allSatisfy(span -> assertThat(span.of(document.text()).strip()).hasSizeGreaterThan(5));
        }
        if (tree.kind().equals("self-examination")) {
            assertThat(tree.units().get(Unit.PROBLEM)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void rendersEveryFormatItNames(Labelled document) {
        for (String format : document.words("formats")) {
            assertThat(Format.of(format).render(document)).hasSizeGreaterThan(500);
        }
    }

    @Test
    void alignsTextsThatDifferALittle() {
        Words words = Words.of("甲 乙丙\n丁");
        assertThat(words.onto(words)).containsExactly(0, 1, 2, 3, 4);
        assertThat(Words.of("甲—1—乙丙丁").onto(words)).containsExactly(0, 1, 1, 1, 1, 2, 3, 4);
        assertThat(Words.of("乙丁").onto(words)).startsWith(1).endsWith(4);
    }

    @Test
    void hasThirtyClassifiedNamesAndTextsAndThirtyThatAreNot() throws IOException {
        List<String[]> rows = Files.readAllLines(Path.of("src", "test", "resources", "labelled", "classified.tsv")).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(3));
        assertThat(rows.stream().filter(row -> row[0].equals("fires"))).hasSizeGreaterThanOrEqualTo(30);
        assertThat(rows.stream().filter(row -> row[0].equals("passes"))).hasSizeGreaterThanOrEqualTo(30);
    }
}
