package guidang.server.filing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a filing, as confirmed by the clerk.
///
/// @param format
///            1
/// @param date
///            the document's own date, where it has one
/// @param fileNames
///            in the order of the record's files
public record ReportDetails(int format, String title, @Nullable LocalDate date, List<String> fileNames) {}
