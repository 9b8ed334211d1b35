package guidang.server.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook of one sheet. Texts stand in their cells, so nothing has to be
/// kept until the end; none of them is ever a formula.
final class XlsxWriter implements TableWriter {
    private static final int LONGEST = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final double WIDTH = 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Guidang", "1.0");
    private final Worksheet sheet;
    private int next;

    XlsxWriter(Table table) {
        String name = table.title() == null ? table.name() : table.title();
        String allowed = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
        this.sheet = workbook.newWorksheet(allowed.length() > LONGEST_NAME ? allowed.substring(0, LONGEST_NAME) : allowed);
    }

    @Override
    public byte[] begin(Table table) {
        List<List<@Nullable Object>> above = table.above();
        sheet.freezePane(0, above.size() + 1);
        for (int column = 0; column < table.head().size(); column++) {
            sheet.width(column, WIDTH);
            sheet.style(above.size(), column).bold().set();
        }
        if (!above.isEmpty()) {
            sheet.style(0, 0).bold().set();
        }
        above.forEach(this::row);
        row(table.headCells());
        return flushed();
    }

    @Override
    public byte[] rows(List<List<@Nullable Object>> rows) {
        rows.forEach(this::row);
        return flushed();
    }

    @Override
    public byte[] end() {
        try {
            workbook.finish();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return taken();
    }

    private void row(List<@Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {
                    // An empty cell.
                }
                case Number number -> sheet.value(next, column, number);
                case Object text -> sheet.inlineString(next, column, fitting(text.toString()));
            }
        }
        next++;
    }

    private static String fitting(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    private byte[] flushed() {
        try {
            sheet.flush();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return taken();
    }

    private byte[] taken() {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        return all;
    }
}
