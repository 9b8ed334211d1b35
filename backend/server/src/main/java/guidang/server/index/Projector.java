package guidang.server.index;

import guidang.server.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps the index up with the journal, on the replica that holds the lease.
/// Nobody who writes waits for it, and Elasticsearch may be away.
@Component
final class Projector implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Map<Lane, LiveLane> lanes = new EnumMap<>(Lane.class);
    private final List<DocumentSource> sources;
    private final Lease lease;
    private final Rebuild rebuild;
    private final IndexSettings settings;
    private volatile @Nullable Disposable running;

    Projector(Journal journal, List<DocumentSource> sources, BulkWriter writer, MetaIndex meta, Catalogue catalogue,
            Mappings mappings, Lease lease, Rebuild rebuild, IndexSettings settings, Whereabouts whereabouts,
            Relocation relocation) {
        this.sources = List.copyOf(sources);
        this.lease = lease;
        this.rebuild = rebuild;
        this.settings = settings;
        sources.forEach(s -> lanes.put(s.lane(), new LiveLane(journal, s, writer, meta, catalogue, mappings, settings,
                whereabouts, relocation)));
    }

    LiveLane lane(Lane lane) {
        LiveLane found = lanes.get(lane);
        if (found == null) {
            throw new IllegalStateException("nothing makes documents of " + lane.key());
        }
        return found;
    }

    @Override
    public void start() {
        running = Flux.merge(Flux.defer(lease::held).switchMap(held -> held ? project() : look()), observing())
                .doOnError(broken -> LOG.error("The projector ended and begins again", broken))
                .retryWhen(Elasticsearch.withoutEnd(settings.patience())).subscribe();
    }

    private Flux<Void> project() {
        LOG.info("This replica projects");
        return Flux.merge(Flux.fromIterable(lanes.values()).flatMap(LiveLane::follow), rebuilds(),
                Flux.fromIterable(lanes.values()).flatMap(LiveLane::relocate));
    }

    private Flux<Void> look() {
        LOG.info("This replica does not project: another one does, or Elasticsearch does not answer");
        return Flux.fromIterable(lanes.values()).flatMap(LiveLane::watch);
    }

    /// All lanes at once: while one waits for the store, another keeps
    /// Elasticsearch busy. None is compared while another is still being filled.
    private Flux<Void> rebuilds() {
        Flux<LiveLane> all = Flux.fromIterable(lanes.values());
        return Flux.interval(LOOK).onBackpressureDrop()
                .concatMap(tick -> all.flatMap(lane -> patiently(lane, rebuild.fill(lane))).thenMany(
                        Flux.fromIterable(sources).flatMap(source -> patiently(lane(source.lane()),
                                rebuild.pursue(lane(source.lane()), source)))),
                        1);
    }

    private static Mono<Void> patiently(LiveLane lane, Mono<Void> work) {
        return work.onErrorResume(failure -> {
            if (!Elasticsearch.isPassing(failure) || Elasticsearch.status(failure) != 0) {
                LOG.warn("rebuild of {} is held up: {}", lane.lane().key(), failure.toString());
            }
            return Mono.empty();
        });
    }

    private Flux<Void> observing() {
        return Flux.interval(Duration.ZERO, settings.refresh()).onBackpressureDrop().doOnNext(
                tick -> lanes.values().forEach(lane -> lane.freshness().observe(Instant.now()))).thenMany(Flux.never());
    }

    @Override
    public void stop() {
        Disposable was = running;
        if (was != null) {
            was.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
