package guidang.server.inspection;

import java.nio.file.Path;

/// A file that arrived and lies in the spool until it has been used.
///
/// @param size
///            in bytes
/// @param sha256
///            lower-case hexadecimal, like `sm3`
public record Spooled(Path path, long size, String sha256, String sm3) {}
