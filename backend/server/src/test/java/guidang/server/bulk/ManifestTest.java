package guidang.server.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.tables.Table;
import guidang.server.tables.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class ManifestTest {
    private static final String HEADER = "组织代码,组织名称,专题,文书,期间,题名,日期,文件,附件\n";

    @TempDir
    Path folder;

    @Test
    void aRowIsReadFromAnyFolderAndItsFilesLieBesideIt() throws IOException {
        ImportRow row = only(
                new Zips().with("2024/资料/manifest.csv", HEADER + "B1,,ZT,PLAN,2024,题名,2024-12-31,甲.txt,\"乙.txt；附件/丙.txt\"\n")
                        .with("2024/资料/甲.txt", "").with("2024/资料/乙.txt", "").with("附件/丙.txt", "").bytes());
        assertThat(row.row()).isEqualTo(2);
        assertThat(row.organization()).isEqualTo("B1");
        assertThat(row.file()).isEqualTo("2024/资料/甲.txt");
        assertThat(row.attachments()).containsExactly("2024/资料/乙.txt", "附件/丙.txt");
        assertThat(row.outcome()).isEqualTo(ImportRow.Outcome.UNCHECKED);
    }

    @Test
    void columnsComeInAnyOrderAndInEnglish() throws IOException {
        ImportRow row = only(new Zips()
                .with("manifest.csv", "File,Title,Period,Document,Campaign,Organization name\na.txt,T,2024,PLAN,ZT,第一支部\n")
                .with("a.txt", "").bytes());
        assertThat(row).extracting(ImportRow::file, ImportRow::title, ImportRow::period, ImportRow::documentType,
                ImportRow::campaign, ImportRow::organizationName, ImportRow::organization)
                .containsExactly("a.txt", "T", "2024", "PLAN", "ZT", "第一支部", "");
    }

    @Test
    void whatWindowsWritesIsRead() throws IOException {
        byte[] csv = (HEADER + "B1,,ZT,PLAN,2024,题名,,甲\\乙.txt,\n").getBytes(Charset.forName("GBK"));
        assertThat(only(new Zips().with("manifest.csv", csv).with("甲/乙.txt", "").bytes()).file()).isEqualTo("甲/乙.txt");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void theTemplateIsAManifest(TableFormat format) throws IOException {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            List<@Nullable Object> cells = new ArrayList<>(List.of("B1", "", "ZT", "PLAN", 2024, "题名", "", "a.txt", ""));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (byte[] piece : Objects
                    .requireNonNull(format.write(Table.list("manifest", Manifest.header(locale), Flux.just(cells)))
                            .collectList().block())) {
                file.write(piece);
            }
            ImportRow row = only(new Zips().with("manifest." + format.ending(), file.toByteArray()).with("a.txt", "").bytes());
            assertThat(row.slot()).isEqualTo("ZT/B1/PLAN/2024");
            assertThat(row.title()).isEqualTo("题名");
        }
    }

    @Test
    void theOneThatLiesLeastDeepCountsAndOfTwoAlikeNone() {
        Zips two = new Zips().with("a/manifest.csv", HEADER + "B1,,ZT,PLAN,2024,甲,,a,\n").with("a/b/manifest.csv", HEADER);
        assertThat(catchThrowableOfType(Problem.class, () -> read(two.bytes()))).isNull();
        two.with("b/manifest.xlsx", "");
        assertThat(refused(two)).isEqualTo(ProblemType.MANIFEST_MISSING);
        assertThat(refused(new Zips().with("a.txt", ""))).isEqualTo(ProblemType.MANIFEST_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "组织代码,专题\nB1,ZT\n", "专题,文书,期间,题名,文件\nZT,PLAN,2024,甲,a\n", HEADER})
    void whatCannotBeUsedIsToldSo(String csv) {
        assertThat(refused(new Zips().with("manifest.csv", csv))).isEqualTo(ProblemType.MANIFEST_INVALID);
    }

    @Test
    void tooManyRowsAreToldSo() {
        String rows = "B1,,ZT,PLAN,2024,甲,,a,\n".repeat(Zips.SETTINGS.rows() + 1);
        assertThat(refused(new Zips().with("manifest.csv", HEADER + rows))).isEqualTo(ProblemType.MANIFEST_INVALID);
    }

    @Test
    void aTornRowIsRefusedAndTheOthersStay() throws IOException {
        List<ImportRow> rows = read(
                new Zips().with("manifest.csv", HEADER + "B1,,ZT,PLAN,2024,\"甲\"乙,,a,\nB2,,ZT,PLAN,2024,丙,,a,\n").bytes());
        assertThat(rows).extracting(ImportRow::outcome).containsExactly(ImportRow.Outcome.REFUSED, ImportRow.Outcome.UNCHECKED);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31,2024-12-31", "2024/1/2,2024-01-02", "2024年1月2日,2024-01-02", "2024.01.02,2024-01-02",
            "45657,2024-12-31"})
    void daysAreReadAsPeopleAndWorkbooksWriteThem(String written, LocalDate day) {
        assertThat(Preparation.date(written)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-01", "明天", "2024-02-30", "12"})
    void whatIsNoDayIsRefused(String written) {
        assertThat(catchThrowableOfType(Problem.class, () -> Preparation.date(written)).type())
                .isEqualTo(ProblemType.INVALID_FIELD);
    }

    private ImportRow only(byte[] zip) throws IOException {
        List<ImportRow> rows = read(zip);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<ImportRow> read(byte[] zip) throws IOException {
        try (Contents contents = Contents.open(Zips.file(folder, zip), Zips.SETTINGS)) {
            return Manifest.read(contents, Zips.SETTINGS.rows()).rows();
        }
    }

    private ProblemType refused(Zips zip) {
        return catchThrowableOfType(Problem.class, () -> read(zip.bytes())).type();
    }
}
