package guidang.reader.passages;

import guidang.reader.passages.Manuscript.Section;
import guidang.reader.protocol.Structure.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reports of random words: a third of the sentences are phrases that
/// all share.
final class RandomReports {
    private static final int WORDS = 600;
    private static final int PHRASES = 40;
    private static final int SENTENCES = 60;

    private final Random random;
    private final List<String> words;
    private final List<String> phrases;

    RandomReports(long seed) {
        random = new Random(seed);
        words = IntStream.range(0, WORDS).mapToObj(n -> "" + letter() + letter()).toList();
        phrases = IntStream.range(0, PHRASES).mapToObj(n -> sentence()).toList();
    }

    private char letter() {
        return (char) (0x4E00 + random.nextInt(2500));
    }

    String sentence() {
        return IntStream.range(0, 8 + random.nextInt(12)).mapToObj(n -> words.get(random.nextInt(WORDS)))
                .collect(Collectors.joining()) + "。";
    }

    List<String> report() {
        return IntStream.range(0, SENTENCES).mapToObj(n -> n % 3 == 0 ? phrases.get(random.nextInt(PHRASES)) : sentence())
                .toList();
    }

    List<String> reordered(List<String> report) {
        List<String> other = new ArrayList<>(report);
        Collections.shuffle(other, random);
        return other;
    }

    /// Three sentences of ten are others.
    List<String> rewritten(List<String> report) {
        return report.stream().map(sentence -> random.nextInt(10) < 3 ? sentence() : sentence).toList();
    }

    static Script script(List<String> report) {
        return script(String.join("", report));
    }

    static Script script(String text, String... names) {
        return Script.of(manuscript(text, names));
    }

    static Manuscript manuscript(String text, String... names) {
        return new Manuscript(text, List.of(new Section("problems", List.of(new Span(0, text.length())))), List.of(names));
    }
}
