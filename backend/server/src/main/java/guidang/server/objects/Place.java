package guidang.server.objects;

import reactor.core.publisher.Mono;

/// Which of the two places a store is (DESIGN §3).
enum Place {
    /// Written once and kept.
    ARCHIVE,
    /// Staging, exports and state; may be deleted.
    WORK;

    /// Completes, or errors as [ObjectStore#delete] says.
    Mono<Void> mayDelete() {
        return this == WORK
                ? Mono.empty()
                : Mono.error(() -> new UnsupportedOperationException("nothing is deleted from the archive"));
    }
}
