package guidang.server.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Comma-separated values (RFC 4180). Read, with line ends CRLF, LF or CR. What
/// the RFC leaves open is refused: a quotation mark inside a bare field, text
/// after a closing one, a quoted field that does not end.
public final class Csv {
    private static final String FORMULA = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private boolean wellFormed = true;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /// A row with its fields.
    ///
    /// @param number
    ///            as a spreadsheet counts, from 1
    /// @param wellFormed
    ///            whether all of its fields could be told apart
    public record Row(int number, List<String> fields, boolean wellFormed) {
        /// With what was written against spreadsheets' formulas taken off.
        public Row plain() {
            return new Row(number, fields.stream().map(Csv::plain).toList(), wellFormed);
        }

        /// Whether nothing stands in any of its fields.
        public boolean isBlank() {
            return wellFormed && fields.stream().allMatch(String::isBlank);
        }
    }

    /// All rows; after one that is not well-formed reading goes on at the
    /// next line.
    public static List<Row> read(String text) {
        Csv csv = new Csv(text);
        while (csv.at < text.length()) {
            csv.row();
        }
        return csv.rows;
    }

    /// UTF-8, with or without a byte order mark, else GB18030, as spreadsheets
    /// write on Chinese systems; empty where it is neither.
    public static Optional<String> decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, Charset.forName("GB18030")))
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// What a spreadsheet would take for a formula is written with an apostrophe
    /// before it, and read without.
    private static String plain(String field) {
        return field.length() > 1 && field.charAt(0) == '\'' && FORMULA.indexOf(field.charAt(1)) >= 0
                ? field.substring(1)
                : field;
    }

    /// One line, ended by CRLF. Numbers are written as they are, nothing
    /// as nothing.
    static String line(List<@Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value == null ? "" : value.toString();
        }
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private void row() {
        fields = new ArrayList<>();
        wellFormed = true;
        do {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
        } while (wellFormed && take(','));
        if (!wellFormed || !lineEnd()) {
            wellFormed = false;
            skipLine();
        }
        rows.add(new Row(rows.size() + 1, List.copyOf(fields), wellFormed));
    }

    private String bare() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            wellFormed &= text.charAt(at) != '"';
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return field.toString();
            }
        }
        // It never ended: all that follows would be one field.
        wellFormed = false;
        at = start;
        return "";
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private boolean lineEnd() {
        if (take('\r')) {
            take('\n');
            return true;
        }
        return take('\n') || at == text.length();
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        lineEnd();
    }
}
