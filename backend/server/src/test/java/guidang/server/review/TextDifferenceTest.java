package guidang.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.review.VersionComparison.Kind;
import guidang.server.review.VersionComparison.Paragraph;
import guidang.server.review.VersionComparison.Passage;
import guidang.server.review.VersionComparison.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextDifferenceTest {
    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /// The passages together are both texts, and what is called the same is
    /// the same.
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostOfEitherText(int seed) {
        Random random = new Random(seed);
        List<String> before = paragraphs(random);
        List<String> after = edited(before, random);
        List<Passage> passages = TextDifference.of(String.join("\n", before), String.join("\n", after));
        assertThat(left(passages)).isEqualTo(before);
        assertThat(right(passages)).isEqualTo(after);
        assertThat(passages.stream().allMatch(passage -> passage.kind() == Kind.SAME)).isEqualTo(before.equals(after));
        passages.stream().filter(passage -> passage.kind() == Kind.SAME).flatMap(passage -> passage.before().stream())
                .forEach(paragraph -> assertThat(paragraph.pieces()).noneMatch(Piece::differs));
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNotCut() {
        List<Passage> passages = TextDifference.of("𠀀甲", "𠀁甲");
        assertThat(passages.getFirst().before().getFirst().pieces()).containsExactly(new Piece("𠀀", true),
                new Piece("甲", false));
    }

    @Test
    void textsWithNothingInCommonEnd() {
        String before = IntStream.range(0, 5000).mapToObj(n -> "甲" + n).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 5000).mapToObj(n -> "乙" + n).collect(Collectors.joining("\n"));
        List<Passage> passages = TextDifference.of(before, after);
        assertThat(left(passages)).hasSize(TextDifference.PARAGRAPHS);
    }

    private static List<String> left(List<Passage> passages) {
        return passages.stream().flatMap(passage -> passage.before().stream()).map(TextDifferenceTest::text).toList();
    }

    private static List<String> right(List<Passage> passages) {
        return passages.stream().flatMap(passage -> (passage.kind() == Kind.SAME ? passage.before() : passage.after()).stream())
                .map(TextDifferenceTest::text).toList();
    }

    private static String text(Paragraph paragraph) {
        return paragraph.pieces().stream().map(Piece::text).collect(Collectors.joining());
    }

    private static List<String> paragraphs(Random random) {
        return IntStream.range(0, random.nextInt(12)).mapToObj(n -> words(random))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> edited(List<String> before, Random random) {
        List<String> after = new ArrayList<>(before);
        for (int n = 0; n < random.nextInt(4); n++) {
            int at = random.nextInt(after.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> after.add(at, words(random));
                case 1 -> after.removeAll(at < after.size() ? List.of(after.get(at)) : List.of());
                default -> after.replaceAll(line -> random.nextInt(3) == 0 ? line.replace("学", "查") : line);
            }
        }
        return after;
    }

    private static String words(Random random) {
        return random.ints(1 + random.nextInt(20), 0, 8).mapToObj(n -> "学习检查整改落实".substring(n, n + 1))
                .collect(Collectors.joining());
    }
}
