package guidang.server.index;

import guidang.server.journal.Journal;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Fills a new generation while searches and the live one go on, compares it
/// with the journal, lets searches go to it, deletes the old one. Noted after
/// each step, so that it goes on after a kill, on whichever replica.
@Component
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int STEP = 2048;

    private final Journal journal;
    private final MetaIndex meta;
    private final Catalogue catalogue;
    private final Mappings mappings;
    private final Comparer comparer;

    Rebuild(Journal journal, MetaIndex meta, Catalogue catalogue, Mappings mappings, Comparer comparer) {
        this.journal = journal;
        this.meta = meta;
        this.catalogue = catalogue;
        this.mappings = mappings;
        this.comparer = comparer;
    }

    /// Asks for one; nothing where one is under way.
    Mono<Void> request(Lane lane) {
        return meta.ensure().then(Mono.defer(() -> meta.request(lane, Rebuilding.requested(Instant.now()))));
    }

    /// Gives up what is asked for or under way, unless searches are about to go to
    /// it; what was filled goes when the replica that fills it notices.
    Mono<Void> cancel(Lane lane) {
        return meta.rebuilding(lane).filter(rebuilding -> rebuilding.phase() != Rebuilding.Phase.SWAPPING)
                .flatMap(_ -> meta.cancel(lane));
    }

    /// Begins what is asked for, or goes on with it, until the new generation has
    /// all there is now. Empty where nothing is to be filled. May be repeated after
    /// an error.
    Mono<Void> fill(LiveLane live) {
        return underWay(live.lane()).filter(rebuilding -> rebuilding.phase() == Rebuilding.Phase.FILLING)
                .flatMap(rebuilding -> live.filling(catalogue.generation(live.lane(), rebuilding.generation())))
                .flatMap(this::toHead).onErrorResume(GenerationGone.class, gone -> again(live.lane()))
                .onErrorResume(RebuildCancelled.class, this::dropped);
    }

    /// Does all that is asked for, or goes on with it. Empty where nothing is. May
    /// be repeated after an error.
    Mono<Void> pursue(LiveLane live, DocumentSource source) {
        return underWay(live.lane()).flatMap(rebuilding -> carryOut(live, source, rebuilding))
                .onErrorResume(GenerationGone.class, gone -> again(live.lane()))
                .onErrorResume(RebuildCancelled.class, this::dropped);
    }

    /// Whether it is still wanted. Errors: [RebuildCancelled].
    private Mono<Void> wanted(Generation generation) {
        return meta.rebuilding(generation.lane()).filter(rebuilding -> rebuilding.generation() == generation.number())
                .switchIfEmpty(Mono.error(() -> new RebuildCancelled(generation))).then();
    }

    /// Never the one that is searched, whatever crossed.
    private Mono<Void> dropped(RebuildCancelled cancelled) {
        Generation generation = cancelled.generation();
        LOG.info("rebuild: {} is cancelled", generation.index());
        return catalogue.live(generation.lane()).map(generation::equals).defaultIfEmpty(false).filter(searched -> !searched)
                .flatMap(_ -> catalogue.delete(generation).then(meta.forget(generation)));
    }

    private Mono<Rebuilding> underWay(Lane lane) {
        return meta.rebuilding(lane).flatMap(
                rebuilding -> rebuilding.phase() == Rebuilding.Phase.REQUESTED ? begin(lane, rebuilding) : Mono.just(rebuilding));
    }

    private Mono<Void> again(Lane lane) {
        return meta.save(lane, Rebuilding.requested(Instant.now()));
    }

    private Mono<Rebuilding> begin(Lane lane, Rebuilding requested) {
        return catalogue.next(lane).flatMap(next -> {
            Rebuilding filling = requested.filling(next.number(), Instant.now());
            LOG.info("rebuild: {} is being filled", next.index());
            return mappings.create(next, false).then(meta.save(next, beginning())).then(meta.save(lane, filling))
                    .thenReturn(filling);
        });
    }

    /// Everything is put where it lies now, at once; who moves from now on
    /// is followed.
    private MetaIndex.Progress beginning() {
        return new MetaIndex.Progress(0, Instant.EPOCH, null, 0, null, journal.position());
    }

    private Mono<Void> carryOut(LiveLane live, DocumentSource source, Rebuilding rebuilding) {
        return live.filling(catalogue.generation(live.lane(), rebuilding.generation()))
                .flatMap(projection -> compared(projection, source, rebuilding)
                        .flatMap(compared -> compared.phase() == Rebuilding.Phase.SWAPPING
                                ? takeOver(live, projection, compared)
                                : giveUp(projection, compared)));
    }

    private Mono<Rebuilding> compared(Projection projection, DocumentSource source, Rebuilding rebuilding) {
        if (rebuilding.phase() == Rebuilding.Phase.SWAPPING) {
            return Mono.just(rebuilding);
        }
        // The second round takes what was committed during the first.
        return toHead(projection).then(Mono.defer(() -> toHead(projection)))
                .then(Mono.defer(() -> compare(projection, source, rebuilding)))
                .flatMap(compared -> wanted(projection.generation())
                        .then(Mono.defer(() -> meta.save(projection.generation().lane(), compared))).thenReturn(compared));
    }

    private Mono<Void> toHead(Projection projection) {
        long head = journal.position();
        return advance(projection, () -> head);
    }

    private Mono<Void> advance(Projection projection, LongSupplier target) {
        return projection.run(target, STEP, () -> noted(projection)).then();
    }

    private Mono<Void> noted(Projection projection) {
        return wanted(projection.generation())
                .then(Mono.defer(() -> meta.save(projection.generation(), projection.progress(true))));
    }

    private Mono<Rebuilding> compare(Projection projection, DocumentSource source, Rebuilding rebuilding) {
        Rebuilding comparing = rebuilding.comparing(projection.documents(), Instant.now());
        return wanted(projection.generation())
                .then(Mono.defer(() -> meta.save(projection.generation().lane(), comparing)))
                .then(mappings.filled(projection.generation()))
                .then(Mono.defer(() -> comparer.compare(projection, source))).map(comparing::compared);
    }

    private Mono<Void> takeOver(LiveLane live, Projection projection, Rebuilding compared) {
        Generation generation = projection.generation();
        return catalogue.live(generation.lane()).map(generation::equals).defaultIfEmpty(false)
                .flatMap(taken -> taken ? Mono.empty() : swap(live, projection)).then(Mono.defer(() -> deleteOthers(generation)))
                .then(Mono.defer(() -> meta.finish(generation.lane(), compared.ended(Instant.now()))))
                .doOnSuccess(done -> LOG.info("rebuild: {} is searched now; {}", generation.index(), compared.comparison()));
    }

    /// What readers were promised stays true: the new generation has it before it
    /// is searched.
    private Mono<Void> swap(LiveLane live, Projection projection) {
        Generation generation = projection.generation();
        return Mono.fromRunnable(() -> live.hold(true)).then(Mono.defer(() -> advance(projection, live.freshness()::position)))
                .then(Mono.defer(() -> mappings.refresh(generation)))
                .then(Mono.fromRunnable(() -> projection.followed(projection.position())))
                .then(Mono.defer(() -> meta.save(generation, projection.progress(false))))
                .then(Mono.defer(() -> catalogue.swap(generation))).doFinally(end -> live.hold(false))
                .doOnSuccess(done -> live.reopen());
    }

    private Mono<Void> giveUp(Projection projection, Rebuilding failed) {
        LOG.error("rebuild: {} is not what the journal says and is given up: {}", projection.generation().index(),
                failed.comparison());
        return catalogue.delete(projection.generation()).then(meta.forget(projection.generation()))
                .then(meta.finish(projection.generation().lane(), failed.ended(Instant.now())));
    }

    private Mono<Void> deleteOthers(Generation generation) {
        return catalogue.others(generation).concatMap(old -> catalogue.delete(old).then(meta.forget(old))).then();
    }
}
