package guidang.server.roster;

import guidang.server.journal.Commit;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.Code;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Which organisations of a campaign are exempted or have more time:
/// exceptions, and so few enough to be kept in memory.
@Component
final class ActedSlots implements Journal.Follower, SmartLifecycle {
    private final Journal journal;
    private final Map<Code, Campaign> campaigns = new ConcurrentHashMap<>();
    private volatile boolean running;

    ActedSlots(Journal journal) {
        this.journal = journal;
    }

    /// The slots of each organisation, by document and period.
    private record Campaign(ConcurrentSkipListMap<Code, SortedSet<String>> exempted,
            ConcurrentSkipListMap<Code, SortedSet<String>> extended) {
        Campaign() {
            this(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
        }
    }

    @Override
    public void apply(Commit commit) {
        for (JournalRecord record : commit.records()) {
            if (record.stream().kind().equals("reports")) {
                apply(record);
            }
        }
    }

    private void apply(JournalRecord record) {
        switch (record.type()) {
            case "exempted" -> note(campaign(record).exempted(), record);
            case "extended" -> note(campaign(record).extended(), record);
            case "included" -> campaign(record).exempted().computeIfPresent(organization(record), (_, slots) -> {
                slots.remove(slot(record));
                return slots.isEmpty() ? null : slots;
            });
            default -> {
                // About a version, or of no concern.
            }
        }
    }

    private static void note(Map<Code, SortedSet<String>> slots, JournalRecord record) {
        slots.computeIfAbsent(organization(record), _ -> new ConcurrentSkipListSet<>()).add(slot(record));
    }

    private Campaign campaign(JournalRecord record) {
        return campaigns.computeIfAbsent(new Code(part(record, 1)), _ -> new Campaign());
    }

    private static Code organization(JournalRecord record) {
        return new Code(part(record, 2));
    }

    private static String slot(JournalRecord record) {
        return part(record, 3) + "/" + part(record, 4);
    }

    private static String part(JournalRecord record, int index) {
        return record.stream().value().split("/", -1)[index];
    }

    /// Those with a document that is exempted, in the order of their codes.
    NavigableMap<Code, SortedSet<String>> exempted(Code campaign) {
        return campaigns.getOrDefault(campaign, new Campaign()).exempted();
    }

    /// Those with a document that has more time, in the order of their codes.
    NavigableMap<Code, SortedSet<String>> extended(Code campaign) {
        return campaigns.getOrDefault(campaign, new Campaign()).extended();
    }

    @Override
    public void start() {
        journal.follow(0, this).toFuture().join();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Journal.PHASE + 2;
    }
}
