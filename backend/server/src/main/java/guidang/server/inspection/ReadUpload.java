package guidang.server.inspection;

import org.jspecify.annotations.Nullable;

/// An upload and what the reader made of it, for the rooms that suggest.
///
/// @param name
///            the file's
/// @param title
///            a guess from the first lines; null where none looks like one
/// @param reader
///            version of the reader's rules
public record ReadUpload(String name, @Nullable String title, String reader, ReadStructure structure) {}
