package guidang.server.index;

import guidang.server.index.IndexStatus.HeldUp;
import guidang.server.index.IndexStatus.RebuildStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The index as its operator sees it. Metrics: `guidang.index.lag` (seconds),
/// `guidang.index.position` and `guidang.index.quarantined`, by lane.
@Component
public final class IndexControl {
    private static final Duration BEHIND = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Elasticsearch elasticsearch;
    private final Projector projector;
    private final MetaIndex meta;
    private final Catalogue catalogue;

    IndexControl(Elasticsearch elasticsearch, Projector projector, MetaIndex meta, Catalogue catalogue,
            ObjectProvider<MeterRegistry> metrics) {
        this.elasticsearch = elasticsearch;
        this.projector = projector;
        this.meta = meta;
        this.catalogue = catalogue;
        metrics.ifAvailable(this::measure);
    }

    private void measure(MeterRegistry metrics) {
        lanes().forEach(lane -> {
            gauge(metrics, "lag", lane, l -> l.freshness().lag(Instant.now()).toMillis() / 1000.0);
            gauge(metrics, "position", lane, l -> l.freshness().position());
            gauge(metrics, "quarantined", lane, LiveLane::quarantined);
        });
    }

    private static void gauge(MeterRegistry metrics, String name, LiveLane lane, ToDoubleFunction<LiveLane> value) {
        Gauge.builder("guidang.index." + name, lane, value).tag("lane", lane.lane().key()).register(metrics);
    }

    private Stream<LiveLane> lanes() {
        return Stream.of(Lane.values()).map(projector::lane);
    }

    /// Never an error: an Elasticsearch that is away is a state.
    public Mono<IndexStatus> status() {
        Mono<List<RebuildStatus>> rebuilds = Flux.fromArray(Lane.values()).concatMap(this::rebuild).collectList()
                .timeout(PATIENCE).onErrorReturn(List.of());
        Mono<Long> relocating = Flux.fromStream(this::lanes).concatMap(LiveLane::waiting).reduce(0L, Long::sum)
                .timeout(PATIENCE).onErrorReturn(0L);
        return rebuilds.zipWith(relocating, this::status);
    }

    private IndexStatus status(List<RebuildStatus> rebuilds, long relocating) {
        Instant now = Instant.now();
        Duration lag = lanes().map(l -> l.freshness().lag(now)).max(Duration::compareTo).orElse(Duration.ZERO);
        long position = lanes().mapToLong(l -> l.freshness().position()).min().orElse(0);
        boolean down = elasticsearch.awaySince() != null;
        String state = down ? "down" : lag.compareTo(BEHIND) > 0 ? "behind" : "live";
        List<HeldUp> heldUp = down ? List.of() : lanes().map(lane -> lane.trouble().now()).filter(Objects::nonNull).toList();
        return new IndexStatus(state, position, lag.toMillis() / 1000.0, lanes().mapToInt(LiveLane::quarantined).sum(),
                relocating, heldUp, rebuilds);
    }

    private Mono<RebuildStatus> rebuild(Lane lane) {
        return meta.rebuilding(lane).switchIfEmpty(meta.rebuilt(lane))
                .flatMap(r -> meta.progress(catalogue.generation(lane, r.generation()))
                        .defaultIfEmpty(MetaIndex.Progress.NONE).map(progress -> status(lane, r, progress)));
    }

    private static RebuildStatus status(Lane lane, Rebuilding r, MetaIndex.Progress progress) {
        return new RebuildStatus(lane.key(), r.phase().name().toLowerCase(Locale.ROOT), r.generation(), progress.position(),
                r.documents() > 0 ? r.documents() : progress.documents(), r.startedAt(), r.filledAt(), r.finishedAt(),
                r.comparison());
    }
}
