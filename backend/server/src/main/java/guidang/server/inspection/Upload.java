package guidang.server.inspection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An upload as its owner sees it read back.
///
/// @param size
///            in bytes
/// @param characters
///            of the text
/// @param excerpt
///            the text's beginning
/// @param scan
///            what the virus scanner said; null for uploads from before it was
///            asked
/// @param preview
///            whether there is a small picture of it
record Upload(String id, String name, long size, String sha256, String sm3, String mediaType, @Nullable Integer pages,
        int characters,
        @Nullable String title, Map<String, String> properties, List<Warning> warnings, String excerpt, @Nullable Scan scan,
        Purpose purpose, boolean preview) {
    record Warning(String code, String message) {}
}
