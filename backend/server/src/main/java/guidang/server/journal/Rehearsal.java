package guidang.server.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a decision would come to if it were made now. Nothing is written and
/// nothing is held: what it reads may lie some commits apart, and the decision
/// that counts is made again.
final class Rehearsal implements View {
    private final Journal journal;
    private final Decision decision;
    private final Map<StreamKey, List<JournalRecord>> read = new HashMap<>();

    Rehearsal(Journal journal, Decision decision) {
        this.journal = journal;
        this.decision = decision;
    }

    Mono<List<NewRecord>> decide() {
        return Mono.fromCallable(() -> decision.decide(this)).onErrorResume(Missing.class, this::load);
    }

    private Mono<List<NewRecord>> load(Missing missing) {
        return Flux.fromIterable(missing.keys()).flatMap(key -> journal.stream(key).doOnNext(found -> keep(key, found))).then()
                .then(Mono.defer(this::decide));
    }

    private synchronized void keep(StreamKey key, List<JournalRecord> found) {
        read.put(key, found);
    }

    @Override
    public long position() {
        return journal.position();
    }

    @Override
    public synchronized List<JournalRecord> stream(StreamKey key) {
        List<JournalRecord> found = read.get(key);
        if (found == null) {
            throw new Missing(Set.of(key));
        }
        return found;
    }

    @Override
    public synchronized void need(Collection<StreamKey> keys) {
        Set<StreamKey> missing = new HashSet<>(keys);
        missing.removeAll(read.keySet());
        if (!missing.isEmpty()) {
            throw new Missing(missing);
        }
    }
}
