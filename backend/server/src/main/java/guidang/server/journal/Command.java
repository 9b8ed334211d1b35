package guidang.server.journal;

import guidang.server.kernel.OperationId;

/// One caller's wish.
///
/// @param operation
///            its id: committed at most once, ever
/// @param requestDigest
///            SHA-256 (hex) of the request with the digests of its files; the
///            same id with another digest is refused with
///            [guidang.server.kernel.ProblemType#IDEMPOTENCY_KEY_REUSED]
/// @param decision
///            what it comes to
public record Command(OperationId operation, String requestDigest, Decision decision) {}
