package guidang.server.bulk;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.tables.Csv;
import guidang.server.tables.Sheet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The list in a zip of what its files are: `manifest.xlsx` or `manifest.csv`,
/// in whatever folder, with its columns in any order and either language. What a
/// row means is not asked here.
record Manifest(List<ImportRow> rows) {
    private static final List<String> NAMES = List.of("manifest.xlsx", "manifest.csv", "清单.xlsx", "清单.csv");
    private static final int LARGEST = 32 << 20;
    private static final int ATTACHMENTS = 19;
    private static final int LONGEST = 2000;

    /// The columns, by one of their names.
    enum Column {
        ORGANIZATION("organization", "organization code", "code", "组织代码", "代码"),
        ORGANIZATION_NAME("organizationname", "organization name", "组织名称", "组织", "党组织"),
        CAMPAIGN("campaign", "专题"),
        DOCUMENT_TYPE("documenttype", "document type", "document", "文书", "材料"),
        PERIOD("period", "期间", "期次"),
        TITLE("title", "题名", "标题"),
        DATE("date", "日期", "成文日期"),
        FILE("file", "文件", "文件路径"),
        ATTACHMENTS("attachments", "附件");

        /// English ones first.
        private final String names;

        Column(String... names) {
            this.names = String.join("|", names);
        }

        private List<String> names() {
            return List.of(names.split("\\|"));
        }

        static Optional<Column> of(String header) {
            String wanted = header.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(column -> column.names().contains(wanted)).findFirst();
        }

        /// As this product's own lists call it.
        String header(boolean chinese) {
            return names().stream().filter(name -> name.charAt(0) > 'z' == chinese).findFirst().orElseThrow();
        }
    }

    private static final List<Column> NEEDED = List.of(Column.CAMPAIGN, Column.DOCUMENT_TYPE, Column.PERIOD, Column.TITLE,
            Column.FILE);

    /// Reads it. Blocks.
    ///
    /// @throws Problem
    ///             `MANIFEST_MISSING`, also where there are several;
    ///             `MANIFEST_INVALID` where it can't be read, lacks a column or
    ///             holds no or too many rows
    static Manifest read(Contents contents, int most) {
        String path = find(contents);
        List<Csv.Row> rows = table(bytes(contents, path), most).stream().filter(row -> !row.isBlank()).toList();
        if (rows.size() < 2) {
            throw invalid("rows", "1-" + most);
        }
        if (rows.size() - 1 > most) {
            throw invalid("rows", "1-" + most);
        }
        Map<Column, Integer> columns = columns(rows.getFirst().fields());
        String folder = MemberPath.folder(path);
        return new Manifest(rows.stream().skip(1).map(row -> row(row, columns, contents, folder)).toList());
    }

    /// The one that lies least deep.
    private static String find(Contents contents) {
        List<String> all = contents.paths().stream()
                .filter(path -> NAMES.contains(MemberPath.fileName(path).toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingLong(Manifest::depth)).toList();
        if (all.isEmpty() || (all.size() > 1 && depth(all.get(0)) == depth(all.get(1)))) {
            throw new Problem(ProblemType.MANIFEST_MISSING, "found", all.size());
        }
        return all.getFirst();
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private static byte[] bytes(Contents contents, String path) {
        try (InputStream in = contents.open(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw invalid("size", "32 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(ProblemType.IMPORT_UNREADABLE);
        }
    }

    private static List<Csv.Row> table(byte[] bytes, int most) {
        Optional<List<Csv.Row>> rows = Sheet.isOne(bytes)
                ? Sheet.read(bytes, most + 1)
                : Csv.decode(bytes).map(text -> Csv.read(text).stream().map(Csv.Row::plain).toList());
        return rows.orElseThrow(() -> invalid("format", "xlsx, csv (UTF-8, GB18030)"));
    }

    private static Map<Column, Integer> columns(List<String> header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            int index = i;
            Column.of(header.get(i)).ifPresent(column -> columns.putIfAbsent(column, index));
        }
        List<String> missing = NEEDED.stream().filter(column -> !columns.containsKey(column)).map(c -> c.header(true)).toList();
        if (!missing.isEmpty() || !(columns.containsKey(Column.ORGANIZATION) || columns.containsKey(Column.ORGANIZATION_NAME))) {
            throw invalid("columns", missing.isEmpty() ? Column.ORGANIZATION.header(true) : String.join(", ", missing));
        }
        return columns;
    }

    private static ImportRow row(Csv.Row row, Map<Column, Integer> columns, Contents contents, String folder) {
        Fields fields = new Fields(row, columns);
        ImportRow read = new ImportRow(row.number(), fields.get(Column.ORGANIZATION), fields.get(Column.ORGANIZATION_NAME),
                fields.get(Column.CAMPAIGN), fields.get(Column.DOCUMENT_TYPE), fields.get(Column.PERIOD),
                fields.get(Column.TITLE), fields.get(Column.DATE), placed(contents, folder, fields.get(Column.FILE)),
                Stream.of(fields.get(Column.ATTACHMENTS).split("[;；\n|]")).filter(path -> !path.isBlank())
                        .limit(ATTACHMENTS + 1L).map(path -> placed(contents, folder, path)).toList(),
                ImportRow.Outcome.UNCHECKED, null);
        return row.wellFormed() ? read : read.with(ImportRow.Outcome.REFUSED, Refusal.of(invalid("row", "RFC 4180")));
    }

    /// Beside the manifest, else from the top of the zip.
    private static String placed(Contents contents, String folder, String written) {
        String path = MemberPath.plain(written);
        return contents.has(folder + path) ? folder + path : path;
    }

    /// A row under that header.
    static List<@Nullable Object> cells(ImportRow row) {
        return new ArrayList<>(
                List.of(row.organization(), row.organizationName(), row.campaign(), row.documentType(), row.period(),
                        row.title(), row.date(), row.file(), String.join(";", row.attachments())));
    }

    private static Problem invalid(String what, String allowed) {
        return new Problem(ProblemType.MANIFEST_INVALID, "what", what, "allowed", allowed);
    }

    private record Fields(Csv.Row row, Map<Column, Integer> columns) {
        /// Cut where nobody would write so much.
        String get(Column column) {
            int index = columns.getOrDefault(column, Integer.MAX_VALUE);
            String value = index < row.fields().size() ? row.fields().get(index).strip() : "";
            return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        }
    }

    /// The columns of one that is to be filled in.
    static List<String> header(Locale locale) {
        boolean chinese = !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        List<String> header = new ArrayList<>();
        for (Column column : Column.values()) {
            header.add(column.header(chinese));
        }
        return header;
    }
}
