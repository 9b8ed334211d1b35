package guidang.server.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the virus scanner made of a file that was taken.
///
/// @param outcome
///            `clean`; `unscanned` where the scanner was away and the policy is
///            to mark; `no-scanner` where none is configured
/// @param engine
///            that scanned, with the version of its signatures
/// @param at
///            when it answered
record Scan(String outcome, @Nullable String engine, @Nullable Instant at) {
    static final String CLEAN = "clean";
    static final String UNSCANNED = "unscanned";
    static final Scan NO_SCANNER = new Scan("no-scanner", null, null);
}
