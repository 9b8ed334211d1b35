package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingFormTest {
    private static final List<@Nullable FilingFile> MAIN = List.of(new FilingFile("u1", FileRole.MAIN));

    @Test
    void codesAreReadAsPeopleTypeThem() {
        FilingForm form = FilingForm.of(filing("branch-1 ", " 题名 ", null, MAIN));
        assertThat(form.organization().value()).isEqualTo("BRANCH-1");
        assertThat(form.title()).isEqualTo("题名");
        assertThat(form.slot().value()).isEqualTo("reports/ZT2026/BRANCH-1/SELF-EXAM/2026");
    }

    @Test
    void aTitleHasAtMostThreeHundredCharactersWhateverTheirPlane() {
        assertThat(FilingForm.of(filing("B", "𠮷".repeat(300), null, MAIN)).title()).hasSize(600);
        assertThat(refused(filing("B", "长".repeat(301), null, MAIN)).arguments()).containsEntry("fields", List.of("title"));
    }

    @ParameterizedTest
    @CsvSource(value = {"organization|'' |题|NIL", "title|B|'  '|NIL", "title|B|'a\u0000b'|NIL", "title|B|'a\u2028b'|NIL",
            "replaces|B|题|not-an-id"}, delimiter = '|', nullValues = "NIL")
    void eachRefusalNamesItsField(String field, String organization, String title, @Nullable String replaces) {
        Problem problem = refused(filing(organization, title, replaces, MAIN));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_FIELD);
        assertThat(problem.arguments()).containsEntry("fields", List.of(field));
    }

    @Test
    void exactlyOneMainFileAndAtMostTwentyFilesEachOnce() {
        var scan = new FilingFile("u2", FileRole.SIGNED_SCAN);
        assertThat(FilingForm.of(filing("B", "题", null, List.of(MAIN.getFirst(), scan))).files()).hasSize(2);
        for (List<@Nullable FilingFile> files : List.<List<@Nullable FilingFile>>of(List.of(), List.of(scan),
                List.of(MAIN.getFirst(), new FilingFile("u3", FileRole.MAIN)), List.of(MAIN.getFirst(), scan, scan),
                List.of(new FilingFile("u1", null)), List.of(new FilingFile(null, FileRole.MAIN)), many())) {
            assertThat(refused(filing("B", "题", null, files)).arguments()).containsEntry("fields", List.of("files"));
        }
    }

    private static List<@Nullable FilingFile> many() {
        return IntStream.range(0, 21).<@Nullable FilingFile>mapToObj(
                n -> new FilingFile("u" + n, n == 0 ? FileRole.MAIN : FileRole.ATTACHMENT)).toList();
    }

    private static Filing filing(String organization, String title, @Nullable String replaces,
            List<@Nullable FilingFile> files) {
        return new Filing(organization, "zt2026", "SELF-EXAM", "2026", title, LocalDate.EPOCH, replaces, files, null, null);
    }

    private static Problem refused(Filing filing) {
        return catchThrowableOfType(Problem.class, () -> FilingForm.of(filing));
    }
}
