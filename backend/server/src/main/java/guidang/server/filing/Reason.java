package guidang.server.filing;

/// Why a version was withdrawn, sealed, released or destroyed, in a details
/// blob.
///
/// @param format
///            1
/// @param reason
///            1–1,000 characters
public record Reason(int format, String reason) {
    /// In characters.
    public static final int LIMIT = 1000;
}
