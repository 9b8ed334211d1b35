package guidang.server.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Comma-separated values in UTF-8, with the byte order mark without which
/// Excel takes them for another encoding.
final class CsvWriter implements TableWriter {
    @Override
    public byte[] begin(Table table) {
        return ("\uFEFF" + lines(Stream.concat(table.above().stream(), Stream.of(table.headCells()))))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] rows(List<List<@Nullable Object>> rows) {
        return lines(rows.stream()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private static String lines(Stream<List<@Nullable Object>> rows) {
        return rows.map(Csv::line).collect(Collectors.joining());
    }
}
