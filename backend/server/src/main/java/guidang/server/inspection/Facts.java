package guidang.server.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a staged upload: `staging/{upload}/facts.json`, written
/// last, so that an upload without it is none.
///
/// @param subject
///            who sent it
/// @param organization
///            whose clerks may file it ([Sender]); null: its sender alone
/// @param warnings
///            codes
/// @param excerpt
///            the first words of the text
/// @param scan
///            what the virus scanner said; null in uploads from before it was
///            asked
/// @param purpose
///            null: a report
/// @param preview
///            a small picture of it; null where there is none
record Facts(int format, String subject, @Nullable String organization, Instant receivedAt, String name, long size,
        String sha256, String sm3, String mediaType, @Nullable Integer pages, int characters, @Nullable String title,
        Map<String, String> properties, List<String> warnings,
        String excerpt, @Nullable Scan scan, Reference reading, @Nullable Purpose purpose, @Nullable Reference preview) {
    static final int FORMAT = 1;

    boolean isFor(Purpose wanted) {
        return wanted == (purpose == null ? Purpose.REPORT : purpose);
    }

    record Reference(String sha256, long size) {}
}
