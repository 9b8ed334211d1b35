package guidang.server.organizations;

import guidang.server.objects.Blobs;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The words of a transaction on organisations, in its details blob.
///
/// @param format
///            1
/// @param names
///            by code, of those that are created or renamed
/// @param shortNames
///            by code, of those of them that have one
/// @param reason
///            why; absent where none was asked for
record OrganizationDetails(int format, @Nullable Map<String, String> names, @Nullable Map<String, String> shortNames,
        @Nullable String reason) {
    /// Of a reason, in characters.
    static final int REASON_LIMIT = 1000;

    @Nullable
    String name(String code) {
        return names == null ? null : names.get(code);
    }

    @Nullable
    String shortName(String code) {
        return Objects.requireNonNullElse(shortNames, Map.<String, String>of()).get(code);
    }

    byte[] salted() {
        return Blobs.salted(OrganizationCodec.json(this));
    }
}
