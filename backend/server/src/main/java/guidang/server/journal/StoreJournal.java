package guidang.server.journal;

import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/// The journal over an object store. Its state lies on one thread; what it
/// answers goes on another.
final class StoreJournal implements Journal {
    private static final int AHEAD = 8;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ObjectStore archive;
    private final Scheduler thread;
    private final Scheduler answers;
    private final JournalSettings settings;
    private final LogKey key;
    private final Ledger ledger;
    private final CommitLoop loop;
    private final Materialiser materialiser;

    private StoreJournal(ObjectStore archive, Threads threads, InstantSource clock, JournalSettings settings, LogKey key,
            String replica, Ledger ledger) {
        this.archive = archive;
        this.thread = threads.own();
        this.answers = threads.answers();
        this.settings = settings;
        this.key = key;
        this.ledger = ledger;
        this.loop = new CommitLoop(archive, thread, clock, ledger, replica, settings.queue(), settings.deadline());
        this.materialiser = new Materialiser(archive, thread, clock, ledger, key, replica, Materialiser.Phase.RUNNING);
    }

    /// @param own
    ///            one thread, with all of the journal's state
    /// @param answers
    ///            on which callers go on
    record Threads(Scheduler own, Scheduler answers) {}

    /// Recovers and gives the journal at its head; [#run] keeps it going.
    static Mono<StoreJournal> open(ObjectStore archive, Threads threads, InstantSource clock, JournalSettings settings,
            LogKey key,
            String replica) {
        return new Opening(archive, threads.own(), clock, key, replica, settings.streamRecords()).ledger()
                .subscribeOn(threads.own())
                .map(ledger -> new StoreJournal(archive, threads, clock, settings, key, replica, ledger));
    }

    /// Commits, materialises and looks for other replicas' commits, for ever.
    Mono<Void> run() {
        return Mono.when(loop.run(), materialiser.run(), poll()).subscribeOn(thread);
    }

    private Mono<Void> poll() {
        return Mono.defer(() -> Mono.delay(settings.poll(), thread).then(Mono.defer(ledger::sync))
                .onErrorResume(e -> Mono.empty())).repeat().then();
    }

    @Override
    public Mono<Committed> submit(Command command) {
        return Mono.defer(() -> loop.admit(command)).onErrorMap(CommitLoop::unavailable).subscribeOn(thread).publishOn(answers);
    }

    @Override
    public Mono<Committed> operation(OperationId operation) {
        return Mono.defer(() -> known(operation).switchIfEmpty(Mono.defer(() -> ledger.sync().then(known(operation)))))
                .onErrorMap(CommitLoop::unavailable).subscribeOn(thread).publishOn(answers);
    }

    private Mono<Committed> known(OperationId operation) {
        return Mono.defer(() -> ledger.operations().find(operation)).map(Operations.Known::committed)
                .flatMap(known -> ledger.settle().thenReturn(known));
    }

    @Override
    public Mono<List<JournalRecord>> stream(StreamKey stream) {
        return Mono.defer(() -> ledger.streams().get(stream)).onErrorMap(CommitLoop::unavailable).subscribeOn(thread)
                .publishOn(answers);
    }

    @Override
    public long position() {
        return ledger.position();
    }

    /// Why this replica does not write; null while it does.
    @Nullable
    String refusal() {
        return ledger.refusal();
    }

    /// Commits that a recovery would read again.
    long unmaterialised() {
        return ledger.position() - ledger.watermark();
    }

    @Override
    public Mono<Long> await(long position, Duration bound) {
        if (ledger.position() >= position) {
            return Mono.just(ledger.position());
        }
        return Mono.defer(() -> reach(position)).subscribeOn(thread).timeout(bound, thread)
                .onErrorMap(TimeoutException.class,
                        e -> new Problem(ProblemType.NOT_CAUGHT_UP, "position", ledger.position(), "wanted", position))
                .publishOn(answers);
    }

    private Mono<Long> reach(long position) {
        return ledger.sync().onErrorResume(e -> Mono.empty()).then(Mono.defer(() -> ledger.position() >= position
                ? Mono.just(ledger.position())
                : Mono.delay(LOOK_AGAIN, thread).then(reach(position))));
    }

    @Override
    public Flux<Commit> commits(long from) {
        return Flux.generate(() -> from, StoreJournal::count).flatMapSequential(this::commit, AHEAD, 1).publishOn(answers, AHEAD);
    }

    private static Long count(Long next, SynchronousSink<Long> sink) {
        sink.next(next);
        return next + 1;
    }

    private Mono<Commit> commit(long number) {
        return Mono.defer(() -> ledger.applied().await(() -> ledger.position() > number))
                .then(Mono.defer(ledger::settle)).then(Mono.defer(() -> link(number))).map(Link::commit).subscribeOn(thread);
    }

    /// An applied commit, from the tail or read again with the one before it.
    private Mono<Link> link(long number) {
        Link recent = ledger.tail().at(number);
        return recent != null
                ? Mono.just(recent)
                : before(number).flatMap(before -> read(number).map(bytes -> Link.read(before, bytes)));
    }

    private Mono<Chain> before(long number) {
        return number == 0 ? Mono.just(Chain.START) : read(number - 1).map(bytes -> Link.after(number - 1, bytes));
    }

    private Mono<byte[]> read(long number) {
        return archive.get(Layout.commit(number), Link.MAX_BYTES)
                .switchIfEmpty(Mono.error(() -> new JournalBroken(number, "it was applied and is gone")));
    }

    @Override
    public Mono<Void> follow(long from, Follower follower) {
        return Mono.defer(() -> catchUp(from, follower)).subscribeOn(thread).publishOn(answers);
    }

    /// What is there is applied; at the end, on the journal's thread, nothing can
    /// come between the last look and the registration.
    private Mono<Void> catchUp(long from, Follower follower) {
        long to = ledger.position();
        if (from >= to) {
            ledger.add(follower);
            return Mono.empty();
        }
        return Flux.generate(() -> from, StoreJournal::count).take(to - from).flatMapSequential(this::commit, AHEAD, 1)
                .publishOn(thread).doOnNext(commit -> Ledger.tell(follower, commit))
                .then(Mono.defer(() -> catchUp(to, follower)));
    }

    @Override
    public Mono<Receipt> receipt(JournalRecord record) {
        return Mono.defer(ledger::settle).then(Mono.defer(() -> link(record.commit())))
                .onErrorMap(CommitLoop::unavailable).subscribeOn(thread).publishOn(answers)
                .map(link -> receipt(record, link));
    }

    private Receipt receipt(JournalRecord record, Link link) {
        Frontier after = link.after().frontier();
        List<String> proof = new Inclusion(link.before().frontier(), link.hashes()).proof(record.leaf()).stream()
                .map(Base64.getEncoder()::encodeToString).toList();
        String text = link.leaves().get((int) (record.leaf() - link.before().frontier().size()));
        return new Receipt(1, key.origin(), text, record.leaf(), after.size(), proof, key.sign(after.size(), after.root()));
    }

    /// The newest checkpoint that this replica knows.
    Mono<String> checkpoint() {
        return Mono.defer(() -> ledger.settle().thenReturn(ledger.tail().head().frontier())).subscribeOn(thread)
                .publishOn(answers)
                .map(frontier -> key.sign(frontier.size(), frontier.root()));
    }

    /// The bytes of a tile or bundle; empty where the tree does not reach that far.
    Mono<byte[]> tile(Tile tile) {
        return Mono.defer(() -> partial(tile)).subscribeOn(thread)
                .switchIfEmpty(Mono.defer(() -> stored(tile))).publishOn(answers);
    }

    private Mono<byte[]> partial(Tile tile) {
        RightEdge edge = ledger.edge();
        long full = edge.size() >> (8 * (Math.max(tile.level(), 0) + 1));
        if (tile.index() != full) {
            return ledger.pendingTile(tile.full().path()).map(bytes -> cut(bytes, tile));
        }
        return Mono.justOrEmpty(tile.isEntries()
                ? first(edge.partialEntries(), tile.width()).map(RightEdge::bundle)
                : first(edge.partial(tile.level()), tile.width()).map(RightEdge::concatenated));
    }

    private static <T> java.util.Optional<List<T>> first(List<T> all, int width) {
        return all.size() < width ? java.util.Optional.empty() : java.util.Optional.of(all.subList(0, width));
    }

    private Mono<byte[]> stored(Tile tile) {
        return archive.get(Layout.tile(tile.full().path()), RightEdge.WIDTH * (Leaf.MAX_BYTES + 2))
                .map(bytes -> cut(bytes, tile));
    }

    private static byte[] cut(byte[] full, Tile tile) {
        int end = 0;
        for (int i = 0; i < tile.width(); i++) {
            end += tile.isEntries() ? 2 + (((full[end] & 0xff) << 8) | (full[end + 1] & 0xff)) : 32;
        }
        return java.util.Arrays.copyOf(full, end);
    }
}
