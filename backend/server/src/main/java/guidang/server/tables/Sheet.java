package guidang.server.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads the first sheet of an xlsx workbook, row by row. What it unpacks to is
/// measured before it is read, so that a small file can't fill the memory.
public final class Sheet {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final long LARGEST = 512L << 20;
    /// The words of all cells are held in memory.
    private static final long LARGEST_WORDS = 64L << 20;
    private static final int PARTS = 1000;
    private static final int FIELDS = 64;

    private Sheet() {
    }

    /// Whether the bytes are a zip archive, as a workbook is.
    public static boolean isOne(byte[] bytes) {
        return bytes.length > ZIP.length && Arrays.equals(bytes, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    /// Its rows, at most so many and one; empty where it can't be read, or unpacks
    /// to more than it may.
    public static Optional<List<Csv.Row>> read(byte[] bytes, int most) {
        try {
            return fits(bytes) ? Optional.of(rows(bytes, most)) : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /// As [#read], with what a table made by hand has besides: its merged cells.
    public static Optional<Grid> grid(byte[] bytes, int most) {
        try {
            return fits(bytes) ? Optional.of(gridOf(bytes, most)) : Optional.empty();
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Grid gridOf(byte[] bytes, int most) throws IOException, XMLStreamException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return new Grid(rows(workbook, most), MergedCells.ofFirstSheet(bytes), workbook.isDate1904());
        }
    }

    /// Whether the bytes are of the kind that workbooks were before 2007 (xls).
    public static boolean isOld(byte[] bytes) {
        return bytes.length > OLE.length && Arrays.equals(bytes, 0, OLE.length, OLE, 0, OLE.length);
    }

    private static boolean fits(byte[] bytes) throws IOException {
        long all = 0;
        int parts = 0;
        // As the workbook is read: by its directory, whatever stands before each part.
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                long limit = entry.getName().endsWith("haredStrings.xml") ? LARGEST_WORDS : LARGEST;
                long size = size(zip, entry, limit);
                all += size;
                if (size > limit || all > LARGEST || ++parts > PARTS) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long size(ZipFile zip, ZipArchiveEntry entry, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream part = zip.getInputStream(entry)) {
            for (int n = part.read(buffer); n >= 0 && size <= limit; n = part.read(buffer)) {
                size += n;
            }
        }
        return size;
    }

    private static List<Csv.Row> rows(byte[] bytes, int most) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return rows(workbook, most);
        }
    }

    private static List<Csv.Row> rows(ReadableWorkbook workbook, int most) throws IOException {
        try (Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(most + 1L).map(Sheet::row).toList();
        }
    }

    private static Csv.Row row(Row row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), FIELDS); i++) {
            Cell cell = row.getCell(i);
            String text = cell == null ? null : cell.getText();
            fields.add(text == null ? "" : text);
        }
        return new Csv.Row(row.getRowNum(), List.copyOf(fields), true);
    }
}
