package guidang.server.index;

import guidang.server.journal.Journal;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One generation on its way along the journal. One step at a time.
final class Projection {
    private final Journal journal;
    private final DocumentSource source;
    private final BulkWriter writer;
    private final Generation generation;
    private final Quarantine quarantine;
    private final boolean filling;
    private final BiFunction<Generation, Batch, Mono<Batch>> widening;
    private volatile long followed;
    private volatile State state;

    Projection(Journal journal, DocumentSource source, BulkWriter writer, Quarantine quarantine, Generation generation,
            MetaIndex.Progress from) {
        this(journal, source, writer, quarantine, generation, from, false, (_, batch) -> Mono.just(batch));
    }

    /// @param filling
    ///            whether it is filled; else it is searched, and those who move
    ///            follow afterwards
    /// @param widening
    ///            adds to a batch what is to be made again because of it
    Projection(Journal journal, DocumentSource source, BulkWriter writer, Quarantine quarantine, Generation generation,
            MetaIndex.Progress from, boolean filling, BiFunction<Generation, Batch, Mono<Batch>> widening) {
        this.filling = filling;
        this.widening = widening;
        this.followed = from.followedView();
        this.journal = journal;
        this.source = source;
        this.writer = writer;
        this.quarantine = quarantine;
        this.generation = generation;
        this.state = new State(from.position(), from.time(), Tally.of(from.tally()), from.documents(), from.log());
    }

    /// What was acknowledged by Elasticsearch so far.
    private record State(long position, Instant time, Tally tally, long documents, @Nullable String log) {}

    /// Projects the commits that wait, at most so many, or waits for the next one
    /// and projects that. Gives the new position. On an error the position stays,
    /// and the step may be repeated.
    Mono<Long> step(int most) {
        return Mono.defer(() -> next(state.position, most)).flatMap(this::project);
    }

    /// Projects until the target is reached, which may move; nothing if it is.
    /// Reads commits ahead of those that are being written. Gives each new position.
    ///
    /// @param noting
    ///            done after each batch
    Flux<Long> run(LongSupplier target, int most, Supplier<Mono<Void>> noting) {
        return Flux.defer(() -> state.position >= target.getAsLong()
                ? Flux.empty()
                : next(state.position, most).expand(last -> last.to() < target.getAsLong() ? next(last.to(), most) : Mono.empty())
                        .concatMap(batch -> project(batch).delayUntil(position -> noting.get()), 1));
    }

    private Mono<Batch> next(long from, int most) {
        long waiting = Math.clamp(journal.position() - from, 1, most);
        Batch batch = new Batch(journal, from, filling ? followed : 0);
        return journal.commits(from).take(waiting).doOnNext(batch::add).takeUntil(commit -> batch.full()).then(Mono.just(batch));
    }

    private Mono<Long> project(Batch batch) {
        return widening.apply(generation, batch).flatMap(this::written);
    }

    /// Makes documents again that it made before; it stays where it is.
    Mono<Void> again(Batch batch) {
        return writer.write(generation, source.documents(batch), quarantine);
    }

    private Mono<Long> written(Batch batch) {
        State before = state;
        Tally tally = Tally.of(before.tally.encoded());
        long[] count = {before.documents};
        Flux<Document> documents = source.documents(batch).doOnNext(document -> {
            tally.apply(document);
            count[0]++;
        });
        return writer.write(generation, documents, quarantine).then(Mono.fromCallable(() -> {
            state = new State(batch.to(), batch.time(), tally, count[0], batch.log() == null ? before.log : batch.log());
            return batch.to();
        }));
    }

    /// What is to be noted once everything up to here is searchable.
    ///
    /// @param filling
    ///            whether the tally is needed later
    MetaIndex.Progress progress(boolean filling) {
        State now = state;
        return new MetaIndex.Progress(now.position, now.time, filling ? now.tally.encoded() : null, now.documents, now.log,
                followed);
    }

    /// The view whose tree all its documents follow, or a later one's.
    long followed() {
        return followed;
    }

    void followed(long view) {
        followed = view;
    }

    long position() {
        return state.position;
    }

    Tally tally() {
        return state.tally;
    }

    long documents() {
        return state.documents;
    }

    Generation generation() {
        return generation;
    }

    Quarantine quarantine() {
        return quarantine;
    }
}
