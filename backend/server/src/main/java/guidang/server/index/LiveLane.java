package guidang.server.index;

import guidang.server.journal.Journal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// The generation that is searched, kept up with the journal.
final class LiveLane {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLane.class);
    /// Commits in a step: few enough that a step is short.
    private static final int STEP = 256;

    private final Journal journal;
    private final DocumentSource source;
    private final BulkWriter writer;
    private final MetaIndex meta;
    private final Catalogue catalogue;
    private final Mappings mappings;
    private final IndexSettings settings;
    private final Freshness freshness;
    private final Whereabouts whereabouts;
    private final Relocation relocation;
    private final Trouble trouble;
    private volatile @Nullable Projection live;
    private volatile Sinks.Empty<Void> ending = Sinks.empty();
    private volatile @Nullable Quarantine quarantine;
    private volatile boolean held;
    private volatile long shown = -1;

    LiveLane(Journal journal, DocumentSource source, BulkWriter writer, MetaIndex meta, Catalogue catalogue, Mappings mappings,
            IndexSettings settings, Whereabouts whereabouts, Relocation relocation) {
        this.whereabouts = whereabouts;
        this.relocation = relocation;
        this.journal = journal;
        this.source = source;
        this.writer = writer;
        this.meta = meta;
        this.catalogue = catalogue;
        this.mappings = mappings;
        this.settings = settings;
        this.freshness = new Freshness(journal, settings.await());
        this.trouble = new Trouble(source.lane());
    }

    Lane lane() {
        return source.lane();
    }

    Freshness freshness() {
        return freshness;
    }

    int quarantined() {
        Quarantine now = quarantine;
        return now == null ? 0 : now.size();
    }

    Trouble trouble() {
        return trouble;
    }

    /// Follows the journal for ever; begins again where it stopped,
    /// whatever happens.
    Mono<Void> follow() {
        return Mono.defer(this::session).repeat().then().retryWhen(patiently());
    }

    /// Looks on while another replica follows.
    Mono<Void> watch() {
        return Mono.defer(() -> catalogue.live(lane()).flatMap(meta::progress)).doOnNext(this::show).then()
                .onErrorResume(failure -> Mono.empty()).repeatWhen(done -> done.delayElements(pause())).then();
    }

    /// A projection at the noted position of the generation that is searched.
    private Mono<Projection> open(Generation generation) {
        return open(generation, false);
    }

    /// As [#open], of one that is being filled.
    Mono<Projection> filling(Generation generation) {
        return open(generation, true);
    }

    private Mono<Projection> open(Generation generation, boolean filling) {
        Quarantine kept = new Quarantine(meta, generation, trouble);
        return kept.load().then(meta.progress(generation)).defaultIfEmpty(MetaIndex.Progress.NONE)
                .map(progress -> new Projection(journal, source, writer, kept, generation, progress, filling,
                        filling ? relocation::widened : relocation::regrouped));
    }

    /// Brings over what moved, if anything did; for ever. On the replica
    /// that projects.
    Mono<Void> relocate() {
        return Mono.defer(() -> Mono.justOrEmpty(live)).filter(_ -> !held).flatMap(relocation::follow)
                .flatMap(done -> done ? Mono.<Long>empty() : Mono.delay(settings.patience())).then()
                .onErrorResume(this::putOff).repeatWhen(done -> done.delayElements(pause())).then();
    }

    private Mono<Void> putOff(Throwable failure) {
        if (!(failure instanceof GenerationGone) && !Elasticsearch.isAbsence(failure)) {
            LOG.warn("{} is held up on its way after the tree: {}", lane().key(), failure.toString());
        }
        return Mono.delay(settings.patience()).then();
    }

    /// Documents that are still to follow those who moved; 0 where nobody did.
    Mono<Long> waiting() {
        StalePlaces stale = whereabouts.stale(lane());
        return stale.isEmpty()
                ? Mono.just(0L)
                : catalogue.live(lane()).flatMap(now -> relocation.waiting(now, stale)).defaultIfEmpty(0L);
    }

    /// Keeps the promised position where it is while another generation takes over.
    void hold(boolean hold) {
        held = hold;
    }

    /// Goes on with the generation that the alias points to now.
    void reopen() {
        ending.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private Mono<Void> session() {
        Sinks.Empty<Void> end = Sinks.empty();
        ending = end;
        return meta.ensure().then(catalogue.ensure(lane())).flatMap(this::ofThisJournal).flatMap(this::open)
                .flatMap(projection -> {
                    quarantine = projection.quarantine();
                    live = projection;
                    show(projection.progress(false));
                    LOG.info("{} goes on at position {}", projection.generation().index(), projection.position());
                    return Flux.merge(steps(projection), showing(projection)).takeUntilOther(end.asMono()).then();
                });
    }

    /// A store that was replaced leaves an index that knows of another journal: it
    /// is begun anew.
    private Mono<Generation> ofThisJournal(Generation live) {
        return meta.progress(live).filter(progress -> progress.position() > 0).filterWhen(this::isForeign)
                .flatMap(foreign -> beginAnew(live)).defaultIfEmpty(live);
    }

    private Mono<Boolean> isForeign(MetaIndex.Progress progress) {
        return journal.position() == 0
                ? Mono.just(true)
                : journal.commits(0).next().map(first -> !Batch.log(first).equals(progress.log()));
    }

    private Mono<Generation> beginAnew(Generation foreign) {
        LOG.warn("{} was filled from another journal and is begun anew", foreign.index());
        return catalogue.next(lane()).flatMap(next -> meta.cancel(lane()).then(mappings.create(next, false))
                .then(mappings.filled(next))
                .then(Mono.defer(() -> catalogue.swap(next)))
                .then(Mono.defer(
                        () -> catalogue.others(next).concatMap(old -> catalogue.delete(old).then(meta.forget(old))).then()))
                .thenReturn(next));
    }

    private Flux<Long> steps(Projection projection) {
        return projection.step(STEP).retryWhen(patiently().filter(failure -> !(failure instanceof GenerationGone)))
                .repeatWhen(done -> done.concatMap(any -> gather(projection), 1));
    }

    /// What is filed close together goes into one bulk request, which costs
    /// Elasticsearch less than many; longer than this, and the bulks are so large
    /// that what is in them is found late. Who is far behind does not wait.
    private Mono<Long> gather(Projection projection) {
        boolean behind = journal.position() - projection.position() > STEP / 2;
        return behind ? Mono.just(0L) : Mono.delay(pause().dividedBy(8));
    }

    private Duration pause() {
        return lane().pause(settings.refresh());
    }

    private Flux<Long> showing(Projection projection) {
        return Flux.interval(pause()).onBackpressureDrop().concatMap(tick -> show(projection).thenReturn(tick), 1)
                .retryWhen(Elasticsearch.untilItPasses(settings.patience()));
    }

    private Mono<Void> show(Projection projection) {
        MetaIndex.Progress written = projection.progress(false);
        if (held || (written.position() == freshness.position() && written.followedView() == shown)) {
            return Mono.empty();
        }
        return mappings.refresh(projection.generation()).then(meta.save(projection.generation(), written))
                .doOnSuccess(done -> show(written));
    }

    private void show(MetaIndex.Progress progress) {
        trouble.over();
        shown = progress.followedView();
        whereabouts.followed(lane(), progress.followedView());
        freshness.advance(progress.position(), progress.time());
    }

    private reactor.util.retry.RetryBackoffSpec patiently() {
        return Elasticsearch.withoutEnd(settings.patience())
                .doBeforeRetry(again -> {
                    LOG.warn("{} is held up: {}", lane().key(), again.failure().toString());
                    trouble.met(again.failure());
                });
    }
}
