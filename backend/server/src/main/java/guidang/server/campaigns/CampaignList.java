package guidang.server.campaigns;

import guidang.server.calendars.CalendarList;
import guidang.server.journal.Commit;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.Code;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/// All campaigns of the journal, kept in memory; the calendars are handed what
/// is theirs, so that the journal is read once.
@Component
final class CampaignList implements Journal.Follower {
    private final ConcurrentSkipListMap<Code, CampaignState> campaigns = new ConcurrentSkipListMap<>();
    private final CalendarList calendars;
    private volatile boolean anythingFiled;

    CampaignList(CalendarList calendars) {
        this.calendars = calendars;
    }

    @Override
    public void apply(Commit commit) {
        for (JournalRecord record : commit.records()) {
            switch (record.stream().kind()) {
                case "campaigns" ->
                    campaigns.compute(CampaignCodec.code(record.stream()), (_, state) -> CampaignState.next(state, record));
                case "calendars" -> calendars.apply(record);
                case "reports" -> anythingFiled = true;
                default -> {
                    // Another room's.
                }
            }
        }
    }

    Optional<CampaignState> find(Code code) {
        return Optional.ofNullable(campaigns.get(code));
    }

    /// In the order of their codes.
    Collection<CampaignState> all() {
        return Collections.unmodifiableCollection(campaigns.values());
    }

    boolean anythingFiled() {
        return anythingFiled;
    }
}
