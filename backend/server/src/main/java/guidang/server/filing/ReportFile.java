package guidang.server.filing;

/// One file of a report.
///
/// @param n
///            its number, from 0: the path to its tickets
/// @param size
///            in bytes
/// @param sha256
///            lower-case hexadecimal, like `sm3`
public record ReportFile(int n, FileRole role, String name, long size, String sha256, String sm3, String mediaType) {}
