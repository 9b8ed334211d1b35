package guidang.server.bulk;

import guidang.server.filing.FileRole;
import guidang.server.filing.Filing;
import guidang.server.filing.FilingFile;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row as the filing that it asks for.
final class Preparation {
    /// `2025-12-31`, `2025/12/31`, `2025.12.31`, `2025年12月31日`.
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    /// Days as a workbook counts them: 1930 to 2119.
    private static final Pattern SERIAL = Pattern.compile("[1-7]\\d{4}(\\.0+)?");
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

    private Preparation() {
    }

    /// The paths of its files, the main one first.
    ///
    /// @throws Problem
    ///             `IMPORT_FILE_MISSING` where one is not in the zip;
    ///             `INVALID_FIELD` where there are too many, or one twice
    static List<String> files(ImportRow row, Contents contents) {
        List<String> paths = Stream.concat(Stream.of(row.file()), row.attachments().stream()).toList();
        paths.stream().filter(path -> !contents.has(path)).findFirst().ifPresent(path -> {
            throw new Problem(ProblemType.IMPORT_FILE_MISSING, "file", path);
        });
        if (paths.size() > 20 || paths.stream().distinct().count() < paths.size()) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("attachments"), "allowed", "0-19");
        }
        return paths;
    }

    /// @param uploads
    ///            of its files, the main one first
    /// @throws Problem
    ///             `INVALID_FIELD` of the date
    static Filing filing(ImportRow row, List<String> uploads) {
        List<@Nullable FilingFile> files = new ArrayList<>();
        for (String upload : uploads) {
            files.add(new FilingFile(upload, files.isEmpty() ? FileRole.MAIN : FileRole.ATTACHMENT));
        }
        return new Filing(row.organization(), row.campaign(), row.documentType(), row.period(), row.title(), date(row.date()),
                null, files, null, null);
    }

    static @Nullable LocalDate date(String written) {
        if (written.isEmpty()) {
            return null;
        }
        Matcher date = DATE.matcher(written);
        try {
            if (date.matches()) {
                return LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3)));
            }
        } catch (DateTimeException noSuchDay) {
            throw invalidDate();
        }
        if (SERIAL.matcher(written).matches()) {
            return SERIAL_START.plusDays((long) Double.parseDouble(written));
        }
        throw invalidDate();
    }

    private static Problem invalidDate() {
        return new Problem(ProblemType.INVALID_FIELD, "fields", List.of("date"), "allowed", "2025-12-31");
    }
}
