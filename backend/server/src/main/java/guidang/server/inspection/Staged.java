package guidang.server.inspection;

import guidang.server.objects.Payload;
import org.jspecify.annotations.Nullable;

/// An upload that was read and waits to be filed.
///
/// @param name
///            the file's
/// @param size
///            in bytes
/// @param sha256
///            lower-case hexadecimal, like `sm3`
/// @param pages
///            null where unknown
/// @param characters
///            of its text
/// @param title
///            a guess; null where no line looks like one
/// @param file
///            the bytes, where they lie
/// @param reading
///            what was read of them (FORMAT.md), where it lies
/// @param readingSha256
///            of the reading
/// @param preview
///            a small picture of evidence; null where none could be made
public record Staged(String upload, String name, long size, String sha256, String sm3, String mediaType, @Nullable Integer pages,
        int characters, @Nullable String title, Payload.Stored file, Payload.Stored reading, String readingSha256,
        @Nullable Preview preview) {
    /// A JPEG of at most 480 pixels a side, without any metadata.
    ///
    /// @param file
    ///            the bytes, where they lie
    /// @param sha256
    ///            lower-case hexadecimal
    public record Preview(Payload.Stored file, String sha256) {}
}
