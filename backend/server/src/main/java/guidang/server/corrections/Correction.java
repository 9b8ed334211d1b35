package guidang.server.corrections;

import org.jspecify.annotations.Nullable;

/// What a clerk made of one suggestion: by these the reader is measured. It
/// says neither who corrected it nor of which report.
///
/// @param field
///            a member of the filing
/// @param suggested
///            absent where nothing was
/// @param confirmed
///            absent where the clerk emptied the field
/// @param reader
///            version of the reader's rules
public record Correction(String field, @Nullable String suggested, @Nullable String confirmed, String reader) {}
