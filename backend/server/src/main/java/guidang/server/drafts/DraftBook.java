package guidang.server.drafts;

import guidang.server.drafts.Draft.Unfinished;
import guidang.server.drafts.DraftObjects.Version;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// The drafts that organisations keep. Who saves from version n makes version
/// n+1 by create-if-absent: of several at once one wins, and the others are
/// told. A removal is a version too; it goes when whoever had read the draft
/// before has been told.
final class DraftBook {
    /// That an organisation keeps at once.
    static final int MOST = 100;
    private static final int REMOVALS = 5;
    private static final Duration TOLD = Duration.ofMinutes(1);

    private final DraftObjects objects;
    private final InstantSource clock;

    DraftBook(DraftObjects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /// All that the organisation keeps.
    Flux<Version> list(Code keeper) {
        return objects.lasts(keeper).filterWhen(version -> version.there() ? Mono.just(true) : forget(version));
    }

    private Mono<Boolean> forget(Version removed) {
        return removed.draft().savedAt().plus(TOLD).isAfter(clock.instant())
                ? Mono.just(false)
                : objects.delete(removed).thenReturn(false);
    }

    /// Error: `DRAFT_GONE` where there is none, or none any longer.
    Mono<Version> find(Code keeper, String id) {
        return objects.last(keeper, id).filter(Version::there)
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.DRAFT_GONE)));
    }

    /// Saves what follows the version with the given number, 0 for a new draft;
    /// repeating it with the same contents is the same saving. Errors:
    /// `DRAFT_CHANGED` where another one followed it; `DRAFT_GONE` where it was
    /// removed; `DRAFTS_FULL`.
    Mono<Version> save(Code keeper, String id, long base, Unfinished filing) {
        Version next = new Version(keeper, id, base + 1, Draft.of(clock.instant(), filing));
        return (base == 0 ? begun(next) : stillThere(next)).then(Mono.defer(() -> objects.make(next)))
                .flatMap(made -> made ? objects.clearBehind(next).thenReturn(next) : same(next));
    }

    private Mono<Void> begun(Version next) {
        return objects.last(next.keeper(), next.id()).filter(last -> !last.there())
                .flatMap(removed -> Mono.<Void>error(new Problem(ProblemType.DRAFT_GONE))).then(Mono.defer(() -> room(next)));
    }

    private Mono<Void> room(Version next) {
        return list(next.keeper()).filter(other -> !other.id().equals(next.id())).count().filter(count -> count < MOST)
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.DRAFTS_FULL, "limit", MOST))).then();
    }

    private Mono<Void> stillThere(Version next) {
        return objects.read(next.keeper(), next.id(), next.number() - 1).filter(Version::there)
                .switchIfEmpty(Mono.defer(() -> changed(next))).then();
    }

    /// An answer that did not arrive makes a page save the same once more.
    private Mono<Version> same(Version next) {
        return objects.read(next.keeper(), next.id(), next.number())
                .filter(made -> Objects.equals(made.filing(), next.filing()))
                .switchIfEmpty(Mono.defer(() -> changed(next)));
    }

    private Mono<Version> changed(Version next) {
        return find(next.keeper(), next.id()).flatMap(now -> Mono.error(overtaken(now)));
    }

    private static Problem overtaken(Version by) {
        return new Problem(ProblemType.DRAFT_CHANGED, "version", by.number());
    }

    /// Removes it, for everybody. Repeatable.
    Mono<Void> remove(Code keeper, String id) {
        return Mono.defer(() -> objects.last(keeper, id)).filter(Version::there).flatMap(this::bury)
                .retryWhen(Retry.max(REMOVALS).filter(Problem.class::isInstance)
                        .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    private Mono<Void> bury(Version last) {
        Version removed = last.next(Draft.removed(clock.instant()));
        return objects.make(removed)
                .flatMap(made -> made ? objects.clearAllBut(removed) : Mono.error(overtaken(removed)));
    }
}
