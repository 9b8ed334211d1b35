package guidang.server.journal;

import guidang.server.kernel.OperationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Commands decided in order, each against the view plus the batch so far. Its
/// results hold once its commit is in the journal, the refusals too: they may
/// rest on what stands before them in the batch.
final class Batch implements View {
    static final int MOST_RECORDS = 256;
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Chain chain;
    private final Streams streams;
    private final Map<StreamKey, List<JournalRecord>> grown = new HashMap<>();
    private final Map<OperationId, String> requests = new HashMap<>();
    private final List<Pending> members = new ArrayList<>();
    private final Set<Pending> writers = new HashSet<>();
    private final Map<Pending, Throwable> refused = new HashMap<>();
    private final List<String> leaves = new ArrayList<>();
    private final List<CommitDocument.Operation> operations = new ArrayList<>();
    private int bytes;

    Batch(Chain chain, Streams streams) {
        this.chain = chain;
        this.streams = streams;
    }

    @Override
    public long position() {
        return chain.position();
    }

    @Override
    public List<JournalRecord> stream(StreamKey key) {
        List<JournalRecord> own = grown.get(key);
        List<JournalRecord> records = own != null ? own : streams.peek(key);
        if (records == null) {
            throw new Missing(Set.of(key));
        }
        return records;
    }

    @Override
    public void need(Collection<StreamKey> keys) {
        Set<StreamKey> missing = new HashSet<>(keys);
        missing.removeIf(key -> grown.containsKey(key) || streams.peek(key) != null);
        if (!missing.isEmpty()) {
            throw new Missing(missing);
        }
    }

    @Override
    public Collection<StreamKey> grown(String kind) {
        return grown.keySet().stream().filter(key -> key.kind().equals(kind)).toList();
    }

    /// Decides one more; false where it does not fit any more.
    ///
    /// @throws Missing
    ///             where streams are to be loaded first
    boolean add(Pending pending) {
        Command command = pending.command();
        String known = requests.get(command.operation());
        if (known != null) {
            members.add(pending);
            return true;
        }
        List<Drafted> drafts;
        try {
            drafts = drafts(command);
        } catch (Missing e) {
            throw e;
        } catch (RuntimeException e) {
            members.add(pending);
            refused.put(pending, e);
            return true;
        }
        int size = drafts.stream().mapToInt(Drafted::size).sum();
        if (!operations.isEmpty() && (leaves.size() + drafts.size() > MOST_RECORDS || operations.size() == MOST_RECORDS
                || bytes + size > MOST_BYTES)) {
            return false;
        }
        take(pending, drafts);
        bytes += size;
        return true;
    }

    /// Decides for trial: nothing is kept, refusals neither.
    ///
    /// @throws Missing
    ///             where streams are to be loaded first
    void rehearse(Command command) {
        try {
            needStreams(command.decision().decide(this));
        } catch (Missing e) {
            throw e;
        } catch (RuntimeException refusal) {
            // It is decided again in its turn, and refused then.
        }
    }

    boolean writes() {
        return !operations.isEmpty();
    }

    List<Pending> members() {
        return members;
    }

    /// Whether this command wrote records here, and does not repeat another of
    /// the batch.
    boolean wrote(Pending pending) {
        return writers.contains(pending);
    }

    @Nullable
    Throwable refusal(Pending pending) {
        return refused.get(pending);
    }

    Link link(String batch, java.time.Instant time) {
        return Link.make(chain, batch, time, leaves, operations);
    }

    /// A record in its place.
    ///
    /// @param size
    ///            of the text as JSON, in bytes, at most
    private record Drafted(Leaf leaf, String text, int size) {}

    private List<Drafted> drafts(Command command) {
        List<NewRecord> records = command.decision().decide(this);
        if (records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException("a transaction of " + records.size() + " records is larger than " + MOST_RECORDS);
        }
        needStreams(records);
        Map<StreamKey, Integer> next = new HashMap<>();
        List<Drafted> drafts = new ArrayList<>(records.size());
        for (NewRecord record : records) {
            Integer at = next.get(record.stream());
            int position = at == null ? stream(record.stream()).size() : at;
            next.put(record.stream(), position + 1);
            Leaf leaf = new Leaf(record.stream(), position, command.operation(), record.type(), record.data());
            String text = leaf.text();
            drafts.add(new Drafted(leaf, text, escaped(text)));
        }
        if (drafts.stream().mapToInt(Drafted::size).sum() > MOST_BYTES) {
            throw new IllegalArgumentException("a transaction is larger than " + MOST_BYTES + " bytes");
        }
        return drafts;
    }

    /// The streams written to, all at once: whoever enters a hundred items decides
    /// no hundred times until each of them is loaded.
    private void needStreams(List<NewRecord> records) {
        need(records.stream().map(NewRecord::stream).toList());
    }

    private void take(Pending pending, List<Drafted> drafts) {
        Command command = pending.command();
        members.add(pending);
        writers.add(pending);
        requests.put(command.operation(), command.requestDigest());
        operations.add(new CommitDocument.Operation(command.operation().value(), command.requestDigest(), drafts.size()));
        for (Drafted draft : drafts) {
            Leaf leaf = draft.leaf();
            List<JournalRecord> history = new ArrayList<>(stream(leaf.stream()));
            history.add(new JournalRecord(chain.position(), chain.time(), chain.frontier().size() + leaves.size(), leaf.stream(),
                    leaf.position(), leaf.operation(), leaf.type(), leaf.data()));
            grown.put(leaf.stream(), List.copyOf(history));
            leaves.add(draft.text());
        }
    }

    /// The bytes of a text as a JSON string, at most.
    private static int escaped(String text) {
        int size = 3;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c == '"' || c == '\\' ? 2 : c < 0x20 ? 6 : c < 0x80 ? 1 : 3;
        }
        return size;
    }
}
