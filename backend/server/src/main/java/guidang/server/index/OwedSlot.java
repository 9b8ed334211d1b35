package guidang.server.index;

import guidang.server.campaigns.Due;
import guidang.server.campaigns.Meeting;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.filing.Obligation;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.Slot;
import guidang.server.filing.SlotRecord;
import guidang.server.filing.Version;
import guidang.server.index.SlotFacts.Asked;
import guidang.server.journal.JournalRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A slot of a rostered organisation, from its stream as far as a view.
///
/// @param meeting
///            of the organisation in the campaign: empty where no due day hangs
///            on it
record OwedSlot(RequiredDocument document, List<JournalRecord> stream, List<JournalRecord> meeting) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    /// What was true of it since it is owed, commit by commit.
    ///
    /// @param since
    ///            the commit from which it is
    /// @param sinceAt
    ///            its time
    List<Spans.Moment> moments(Cut campaign, long since, Instant sinceAt, Due due) {
        Map<Long, Instant> times = new TreeMap<>(Map.of(since, sinceAt));
        Stream.concat(stream.stream(), meeting.stream()).filter(r -> r.commit() > since)
                .forEach(r -> times.put(r.commit(), r.committedAt()));
        campaign.templates().stream().filter(t -> t.commit() > since).forEach(t -> times.put(t.commit(), t.at()));
        return times.entrySet().stream().map(time -> moment(campaign, due, time.getKey(), time.getValue())).toList();
    }

    private Spans.Moment moment(Cut campaign, Due due, long commit, Instant at) {
        SlotFacts facts = facts(Slot.of(until(stream, commit)), Meeting.of(until(meeting, commit)), due);
        return new Spans.Moment(commit, at, facts, facts.filed() == null ? 0 : campaign.templateAt(commit));
    }

    private static List<JournalRecord> until(List<JournalRecord> stream, long commit) {
        return stream.stream().filter(r -> r.commit() <= commit).toList();
    }

    private SlotFacts facts(Slot slot, Meeting held, Due due) {
        LocalDate day = slot.extended().orElse(document.due().day(held));
        Asked asked = day == null
                ? new Asked(document.required(), null, null)
                : new Asked(document.required(), due.after(day), MONTH.format(day));
        Optional<Version> current = slot.current();
        Optional<Filed> earliest = slot.versions().stream().filter(v -> !v.state().isVoid()).map(Version::filed)
                .min(Comparator.comparing(Filed::receivedAt));
        return SlotFacts.of(asked, slot.exempted(), earliest.map(Filed::untimed).orElse(false), Obligation.State.of(slot).text(),
                since(slot),
                earliest.map(Filed::receivedAt).orElse(null), current.map(Version::filed).orElse(null));
    }

    /// When the last thing happened to a version; an exemption is none.
    private static @Nullable Instant since(Slot slot) {
        return slot.acts().reversed().stream().filter(act -> !(act.fact() instanceof SlotRecord.Exempted
                || act.fact() instanceof SlotRecord.Included || act.fact() instanceof SlotRecord.Extended))
                .map(act -> act.record().committedAt()).findFirst().orElse(null);
    }
}
