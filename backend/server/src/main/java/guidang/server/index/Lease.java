package guidang.server.index;

import co.elastic.clients.elasticsearch.core.GetResponse;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One replica projects; the others look on and take over when it falls silent.
/// Two at once would do the same work twice and no harm, so no clock of another
/// machine is trusted and nothing is fenced.
@Component
final class Lease {
    private static final String ID = "lease";

    private final MetaIndex meta;
    private final String holder;
    private final Duration silence;
    private volatile boolean held;
    private Seen seen = new Seen(-1, 0);

    Lease(MetaIndex meta, IndexSettings settings) {
        this.meta = meta;
        this.holder = settings.holder();
        this.silence = settings.lease();
    }

    /// A beat of the lease, as first seen by this replica's own clock.
    private record Seen(long sequence, long nanos) {}

    private record Beat(String holder, Instant at) {}

    /// Whether this replica projects, at once and whenever it changes.
    Flux<Boolean> held() {
        return Flux.interval(Duration.ZERO, silence.dividedBy(3)).onBackpressureDrop().concatMap(tick -> renew(), 1)
                .distinctUntilChanged();
    }

    private Mono<Boolean> renew() {
        return meta.ensure().then(meta.read(ID)).flatMap(this::renew).doOnNext(now -> held = now)
                // While Elasticsearch is away nothing can be written anyway.
                .onErrorResume(failure -> Mono.just(held));
    }

    private Mono<Boolean> renew(GetResponse<MetaIndex.Note> answer) {
        return mine(answer) || silent(answer) ? meta.replace(answer, note()) : Mono.just(false);
    }

    private boolean mine(GetResponse<MetaIndex.Note> answer) {
        MetaIndex.Note note = answer.source();
        return note == null || note.as(Beat.class).holder().equals(holder);
    }

    private boolean silent(GetResponse<MetaIndex.Note> answer) {
        long sequence = answer.seqNo() == null ? -1 : answer.seqNo();
        if (sequence != seen.sequence) {
            seen = new Seen(sequence, System.nanoTime());
        }
        return System.nanoTime() - seen.nanos > silence.toNanos();
    }

    private MetaIndex.Note note() {
        return MetaIndex.Note.of("lease", new Beat(holder, Instant.now()));
    }
}
