package guidang.server.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class TableFormatTest {
    private static final Map<String, String> STAMP = new LinkedHashMap<>(Map.of("截至", "2026-04-10 00:00:00"));
    private static final Table TABLE = new Table("t", "按组织统计", STAMP, List.of("组织", "应报"), Flux.empty());

    private static String csv(List<List<@Nullable Object>> rows) {
        CsvWriter format = new CsvWriter();
        return new String(format.begin(TABLE), StandardCharsets.UTF_8) + new String(format.rows(rows), StandardCharsets.UTF_8)
                + new String(format.end(), StandardCharsets.UTF_8);
    }

    @Test
    void aCsvBeginsWithTheMarkAndTheStamp() {
        assertThat(csv(List.of(Arrays.asList("一支部", 3L), Arrays.asList(null, 0)))).isEqualTo(
                "\uFEFF按组织统计\r\n截至,2026-04-10 00:00:00\r\n\r\n组织,应报\r\n一支部,3\r\n,0\r\n");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsHarmless() {
        for (String evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x")) {
            String line = csv(List.of(List.of(evil))).lines().skip(4).reduce("", (a, b) -> a + b);
            assertThat(line.replaceFirst("^\"", "")).as(evil).startsWith("'");
        }
        assertThat(csv(List.of(List.of("党支部,\"甲\"\n乙")))).endsWith("\"党支部,\"\"甲\"\"\n乙\"\r\n");
        assertThat(csv(List.of(List.of("–")))).endsWith("\r\n–\r\n");
    }

    @Test
    void aWorkbookHoldsWhatWasPutIn() throws IOException, XMLStreamException {
        Random random = new Random(7);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(Arrays.asList("=第" + i + "支部 <&>\"' \u0001", (long) random.nextInt(1000), null, "97.5%"));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        XlsxWriter format = new XlsxWriter(TABLE);
        file.write(format.begin(TABLE));
        for (int from = 0; from < rows.size(); from += 1_000) {
            file.write(format.rows(rows.subList(from, Math.min(rows.size(), from + 1_000))));
        }
        file.write(format.end());
        List<List<String>> read = sheet(file.toByteArray());
        assertThat(read.subList(0, 3)).containsExactly(List.of("按组织统计"), List.of("截至", "2026-04-10 00:00:00"),
                List.of("组织", "应报"));
        assertThat(read).hasSize(2_503);
        assertThat(read.get(3 + 2_499)).containsExactly("=第2499支部 <&>\"' ", String.valueOf(rows.get(2_499).get(1)), "97.5%");
    }

    /// The cells of the sheet; every other part must be well-formed.
    private static List<List<String>> sheet(byte[] file) throws IOException, XMLStreamException {
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                names.add(entry.getName());
                XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(zip.getInputStream(entry));
                while (xml.hasNext()) {
                    read(xml, entry.getName().endsWith("sheet1.xml") ? rows : new ArrayList<>(List.of(new ArrayList<>())));
                }
            }
        }
        assertThat(names).contains("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml",
                "xl/worksheets/sheet1.xml");
        return rows;
    }

    private static void read(XMLStreamReader xml, List<List<String>> rows) throws XMLStreamException {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
            return;
        }
        switch (xml.getLocalName()) {
            case "row" -> rows.add(new ArrayList<>());
            case "t", "v" -> rows.getLast().add(xml.getElementText());
            case "f" -> throw new AssertionError("a formula");
            default -> {
            }
        }
    }
}
