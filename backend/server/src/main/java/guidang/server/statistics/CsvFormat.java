package guidang.server.statistics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Comma-separated values (RFC 4180) in UTF-8, with the byte order mark without
/// which Excel takes them for another encoding. A text that a spreadsheet would
/// take for a formula gets an apostrophe before it.
final class CsvFormat implements TableFormat {
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    public byte[] begin(Table table) {
        Stream<List<@Nullable Object>> stamp = table.stamp().entrySet().stream().map(e -> List.of(e.getKey(), e.getValue()));
        Stream<List<@Nullable Object>> before = Stream.concat(Stream.of(List.of(table.title())), stamp);
        String text = "\uFEFF"
                + lines(Stream.concat(before, Stream.of(List.of(), new ArrayList<@Nullable Object>(table.head()))));
        return text.getBytes(StandardCharsets.UTF_8);
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
        return rows.map(row -> row.stream().map(CsvFormat::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String cell(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value == null ? "" : value.toString();
        }
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
