package guidang.reader.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Reads every labelled document in each of its formats, prints the score, and
/// wants what the project asks for.
class LabelledScoreTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final Map<String, Score> sets = new TreeMap<>();
    private final Map<Format, Score> formats = new EnumMap<>(Format.class);
    private final List<String> refused = new ArrayList<>();

    @Test
    void readsAsTheLabelsSay() throws IOException {
        for (Labelled document : Labelled.all()) {
            score(document, Format.TXT);
            for (String format : document.words("formats")) {
                score(document, Format.of(format));
            }
        }
        Score whole = new Score();
        sets.values().forEach(whole::add);
        print(whole);
        assertThat(refused).isEmpty();
        reaches("the whole set", whole);
        sets.forEach(LabelledScoreTest::reaches);
    }

    private static void reaches(String set, Score score) {
        for (Measure measure : Measure.values()) {
            assertThat(score.mark(measure)).as("%s of %s", measure, set).isGreaterThanOrEqualTo(measure.least());
        }
    }

    private void score(Labelled document, Format format) throws IOException {
        Path file = Files.write(folder.resolve(format.fileName(document)), format.render(document));
        Readings read = Readings.read(file);
        Reading reading = new Reading(read.text(), JSON.readTree(read.json()));
        if (reading.json().has("refused")) {
            refused.add(document + " as " + format + ": " + reading.json().path("refused").asString());
            return;
        }
        Score score = Scorer.score(document + " as " + format, document, reading);
        sets.computeIfAbsent(document.set(), set -> new Score()).add(score);
        formats.computeIfAbsent(format, f -> new Score()).add(score);
    }

    private void print(Score whole) {
        StringBuilder out = new StringBuilder(whole.table("labelled set"));
        sets.forEach((set, score) -> out.append(score.table(set)));
        out.append(System.lineSeparator());
        formats.forEach((format, score) -> out.append(score.line(format.toString())));
        Stream.concat(refused.stream(), sets.entrySet().stream().filter(set -> isTold(set.getKey())).flatMap(set -> set.getValue()
                .misses().stream())).forEach(line -> out.append("  ").append(line).append(System.lineSeparator()));
        System.out.println(out);
    }

    /// Who mends the reader looks at the first half alone.
    private static boolean isTold(String set) {
        String told = System.getProperty("labelled.misses", "");
        return told.equals("all") || told.equals(set);
    }
}
