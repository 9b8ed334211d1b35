package guidang.server.spill;

import org.jspecify.annotations.Nullable;

/// Why a sealed report is to be released or destroyed.
///
/// @param reason
///            1–1,000 characters; it stays on record
record ReasonForm(@Nullable String reason) {}
