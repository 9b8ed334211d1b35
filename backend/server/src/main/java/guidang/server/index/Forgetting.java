package guidang.server.index;

import co.elastic.clients.json.JsonData;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes Elasticsearch let go of words that are no longer searchable.
///
/// A document that was replaced lies in its segment until a merge, and longer
/// where a replica may yet ask for it (retention leases, renewed each half
/// minute). So the segments are rewritten a while after the replacement.
@Component
public final class Forgetting {
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final String ALLOWED = "index.merge.policy.expunge_deletes_allowed";

    private final Projector projector;
    private final Catalogue catalogue;
    private final Elasticsearch elasticsearch;
    private final InstantSource clock;
    private final Duration settled;

    @Autowired
    Forgetting(Projector projector, Catalogue catalogue, Elasticsearch elasticsearch, InstantSource clock) {
        this(projector, catalogue, elasticsearch, clock, SETTLED);
    }

    Forgetting(Projector projector, Catalogue catalogue, Elasticsearch elasticsearch, InstantSource clock, Duration settled) {
        this.projector = projector;
        this.catalogue = catalogue;
        this.elasticsearch = elasticsearch;
        this.clock = clock;
        this.settled = settled;
    }

    /// Whether nothing is left of what the commits before the position replaced. If
    /// not, it is too early: ask again in a minute. Errors where Elasticsearch is
    /// away.
    ///
    /// @param since
    ///            when the last of these commits was made
    public Mono<Boolean> forget(long position, Instant since) {
        boolean caughtUp = Stream.of(Lane.values()).allMatch(lane -> projector.lane(lane).freshness().position() >= position);
        return caughtUp && since.plus(settled).isBefore(clock.instant()) ? rewrite().thenReturn(true) : Mono.just(false);
    }

    private Mono<Void> rewrite() {
        return Flux.fromArray(Lane.values()).concatMap(catalogue::live)
                .concatMap(live -> Flux.concat(Mono.just(live), catalogue.others(live))).concatMap(this::rewrite).then();
    }

    private Mono<Void> rewrite(Generation generation) {
        String index = generation.index();
        return elasticsearch
                .call(client -> client.indices()
                        .putSettings(p -> p.index(index).settings(s -> s.otherSettings(ALLOWED, JsonData.of(0)))))
                .then(elasticsearch.call(client -> client.indices().forcemerge(f -> f.index(index).onlyExpungeDeletes(true))))
                .then();
    }
}
