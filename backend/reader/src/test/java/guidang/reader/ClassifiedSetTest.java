package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.marking.Marking;
import guidang.reader.marking.Markings;
import guidang.reader.structure.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The labelled set of names and texts, marked ones and others: no miss and no
/// false alarm.
class ClassifiedSetTest {
    private static final Path SET = Path.of("src", "test", "resources", "labelled", "classified.tsv");

    static boolean there() {
        return Files.exists(SET);
    }

    @Test
    @EnabledIf("there")
    void missesNothingAndAlarmsForNothing() throws IOException {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(SET)) {
            String[] row = line.split("\t", 3);
            if (!line.startsWith("#") && row.length == 3) {
                rows++;
                boolean fires = marking(row[1], row[2].replace("\\n", "\n").replace("\\t", "\t")) == Marking.CLASSIFIED;
                if (fires != row[0].equals("fires")) {
                    wrong.add(line);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isGreaterThanOrEqualTo(60);
    }

    private static Marking marking(String where, String words) {
        return switch (where) {
            case "file-name" -> Markings.ofName(words);
            case "header" -> Markings.of(new Paper("方案\n", List.of(), List.of(words), Set.of()), List.of()).marking();
            case "property" -> Markings.of(Paper.of("方案\n"), List.of("keywords=" + words)).marking();
            default -> Markings.of(Paper.of(words), List.of()).marking();
        };
    }
}
