package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A report as it is sent to Elasticsearch, but for its `text`, which
/// [StoredReading] adds; `index/reports.json` maps each member.
///
/// @param title
///            absent, as the text is, where the version is sealed or destroyed
record ReportDocument(@JsonUnwrapped ReportFacts facts, String mediaType, @Nullable Integer pages, int characters, String hash,
        @Nullable String title) {}
