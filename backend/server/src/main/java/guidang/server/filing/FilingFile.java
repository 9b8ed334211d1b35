package guidang.server.filing;

import org.jspecify.annotations.Nullable;

/// An upload that the caller may file, and what it is to the report.
///
/// @param role
///            `main`, `signed-scan` or `attachment`
public record FilingFile(@Nullable String upload, @Nullable FileRole role) {}
