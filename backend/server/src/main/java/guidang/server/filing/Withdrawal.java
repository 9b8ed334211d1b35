package guidang.server.filing;

import org.jspecify.annotations.Nullable;

/// Why a version is to be void.
///
/// @param reason
///            1–1,000 characters
public record Withdrawal(@Nullable String reason) {}
