package guidang.server.index;

import guidang.server.journal.Commit;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Commits that are projected together: the view before the first, the view
/// after the last, and what they wrote in between, by stream. Not for
/// several threads.
final class Batch {
    /// A batch ends after this many records.
    private static final int RECORDS = 8192;
    /// What documents are made of: an import of organisations goes by unseen.
    private static final Set<String> KINDS = Set.of("reports", "campaigns", "meetings", "rectifications");

    private static final Set<String> PASSING = Set.of("merged", "reopened");

    private final Journal journal;
    private final long from;
    private final long settled;
    private long to;
    private int records;
    private Instant time = Instant.EPOCH;
    private @Nullable String log;
    private final Map<StreamKey, List<JournalRecord>> streams = new LinkedHashMap<>();
    private final Set<Code> passed = new LinkedHashSet<>();

    Batch(Journal journal, long from) {
        this(journal, from, 0);
    }

    /// @param settled
    ///            the view of the tree that organisations lie by, unless the batch
    ///            ends later
    Batch(Journal journal, long from, long settled) {
        this.journal = journal;
        this.from = from;
        this.to = from;
        this.settled = settled;
    }

    /// No commits, but slots that are to be made again at a view, as if nothing had
    /// been made of them before.
    static Batch again(Journal journal, long view, Collection<StreamKey> slots) {
        Batch batch = new Batch(journal, 0);
        batch.to = view;
        slots.forEach(batch::touch);
        return batch;
    }

    /// Takes in a slot that the batch's commits do not write to.
    void touch(StreamKey slot) {
        streams.computeIfAbsent(slot, key -> new ArrayList<>(1));
    }

    /// The view of the tree that organisations lie by after the batch.
    long placed() {
        return Math.max(to, settled);
    }

    /// The view of the tree that they lay by before it.
    long placedBefore() {
        return Math.max(from, settled);
    }

    /// @throws IllegalStateException
    ///             where a commit is missing in between
    Batch add(Commit commit) {
        if (commit.number() != to) {
            throw new IllegalStateException("commit " + to + " was expected, " + commit.number() + " came");
        }
        if (commit.number() == 0) {
            log = log(commit);
        }
        to++;
        time = commit.committedAt();
        commit.records().stream().filter(r -> KINDS.contains(r.stream().kind())).forEach(this::add);
        commit.records().stream().filter(Batch::passes).map(r -> OrganizationCodec.code(r.stream())).forEach(passed::add);
        return this;
    }

    private static boolean passes(JournalRecord record) {
        return record.stream().kind().equals("organizations") && PASSING.contains(record.type());
    }

    /// Organisations that went into another one, or came back from it: others
    /// answer for what they filed.
    Set<Code> passed() {
        return Collections.unmodifiableSet(passed);
    }

    private void add(JournalRecord record) {
        records++;
        streams.computeIfAbsent(record.stream(), key -> new ArrayList<>(1)).add(record);
    }

    /// Tells journals apart.
    ///
    /// @param first
    ///            the commit 0
    static String log(Commit first) {
        return first.committedAt() + " " + first.records().getFirst().operation();
    }

    /// Which journal it is, where the batch begins with its first commit.
    @Nullable
    String log() {
        return log;
    }

    boolean full() {
        return records >= RECORDS;
    }

    /// The view before its first commit.
    long from() {
        return from;
    }

    /// The view after its last commit: the version of what it leads to.
    long to() {
        return to;
    }

    /// When its last commit was made.
    Instant time() {
        return time;
    }

    /// The streams of a kind that it touches.
    Flux<StreamKey> touched(String kind) {
        return Flux.fromIterable(streams.keySet()).filter(key -> key.kind().equals(kind));
    }

    /// What the batch itself holds of a stream.
    List<JournalRecord> within(StreamKey key) {
        return streams.getOrDefault(key, List.of());
    }

    /// The stream at the view after the batch. A stream that begins within the
    /// batch is not read again.
    Mono<List<JournalRecord>> stream(StreamKey key) {
        List<JournalRecord> within = within(key);
        if (!within.isEmpty() && within.getFirst().position() == 0) {
            return Mono.just(within);
        }
        return journal.stream(key).map(all -> before(all, to)).defaultIfEmpty(List.of());
    }

    /// The beginning of a stream that the view before the batch held.
    List<JournalRecord> earlier(List<JournalRecord> stream) {
        return before(stream, from);
    }

    private static List<JournalRecord> before(List<JournalRecord> stream, long view) {
        return stream.stream().filter(r -> r.commit() < view).toList();
    }
}
