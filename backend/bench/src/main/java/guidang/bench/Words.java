package guidang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The banks of `words.txt`, by name, and sentences made of them.
///
/// @param all
///            the words of two characters of which the entries of the
///            banks consist
record Words(Map<String, List<String>> banks, List<String> all) {
    private static final List<String> LOOSE = List.of("thing", "flaw", "why", "how", "end", "verb");

    static Words load() {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("words.txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            Map<String, List<String>> banks = new HashMap<>();
            for (int n = 0; n + 1 < lines.size(); n += 2) {
                banks.put(lines.get(n).substring(1, lines.get(n).length() - 1), List.of(lines.get(n + 1).split(" ")));
            }
            return new Words(banks, LOOSE.stream().flatMap(bank -> Objects.requireNonNull(banks.get(bank)).stream())
                    .flatMap(entry -> IntStream.range(0, entry.length() / 2).mapToObj(n -> entry.substring(2 * n, 2 * n + 2)))
                    .distinct().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String one(String bank, SplittableRandom random) {
        List<String> words = Objects.requireNonNull(banks.get(bank), bank);
        return words.get(random.nextInt(words.size()));
    }

    /// A place that few others name: 翠湖社区.
    String place(SplittableRandom random) {
        return one("syllable", random) + one("syllable", random) + one("place", random);
    }

    /// What few others say: two to four words in a row.
    private String own(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(2, 5)).mapToObj(n -> all.get(random.nextInt(all.size())))
                .collect(Collectors.joining());
    }

    /// What a branch says of itself: one of six frames, phrases that others use
    /// too, and some words of its own.
    ///
    /// @param places
    ///            of which it speaks
    String sentence(SplittableRandom random, List<String> places) {
        String place = places.get(random.nextInt(places.size()));
        return switch (random.nextInt(6)) {
            case 0 -> one("when", random) + "，" + one("who", random) + "对" + place + one("thing", random) + "的" + own(random)
                    + one("verb", random) + one("flaw", random) + "，主要是" + one("why", random) + "。";
            case 1 -> place + "反映的" + one("thing", random) + "问题，" + one("who", random) + one("verb", random) + "了"
                    + random.nextInt(2, 30) + "次，" + own(random) + one("flaw", random) + "。";
            case 2 -> one("who", random) + "在" + one("thing", random) + "上" + one("why", random) + "，" + one("verb", random)
                    + own(random) + "时" + one("flaw", random) + "。";
            case 3 -> "针对" + own(random) + one("flaw", random) + "，由" + one("who", random) + one("verb", random)
                    + one("thing", random) + "，" + one("how", random) + "，" + one("end", random) + "。";
            case 4 -> "在" + place + one("verb", random) + one("thing", random) + "，" + one("how", random) + "，"
                    + own(random) + "，" + one("end", random) + "。";
            default -> "从" + place + "的情况看，" + own(random) + one("flaw", random) + "，与" + one("who", random)
                    + one("why", random) + "有关。";
        };
    }
}
