package guidang.server.spill;

import guidang.server.filing.ReportRecord.Ground;
import org.jspecify.annotations.Nullable;

/// Why a report is to be sealed.
///
/// @param reason
///            1–1,000 characters; it stays on record, so it must not repeat the
///            words in question
record SealForm(@Nullable Ground ground, @Nullable String reason) {}
