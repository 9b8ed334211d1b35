package guidang.server.campaigns;

import guidang.server.calendars.CalendarRecord;
import guidang.server.calendars.WorkingDays;
import guidang.server.calendars.WorkCalendar;
import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Decision;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Organizations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a clerk of the organisation, or of one above it, tells of its meeting.
/// The working days are counted here, by the calendars of the same view.
///
/// @param planned
///            null where nothing is told of it
/// @param held
///            null where nothing is told of it; at least one of the two is there
record MeetingDecision(Organizations tree, Caller caller, Code campaign, Code organization, @Nullable LocalDate planned,
        @Nullable LocalDate held, Instant receivedAt) implements Decision {
    @Override
    public List<NewRecord> decide(View view) {
        view.need(List.of(StreamKey.campaign(campaign), StreamKey.organization(organization),
                StreamKey.meeting(campaign, organization)));
        List<Code> lineage = tree.lineage(view, organization);
        requireClerk(lineage);
        CampaignState state = Campaigns.in(view, campaign).filter(found -> found.created().whom().reaches(lineage))
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", campaign.value()));
        if (!state.open()) {
            throw new Problem(ProblemType.CAMPAIGN_NOT_OPEN, "campaign", campaign.value());
        }
        boolean behalf = !caller.at(Role.CLERK).contains(organization);
        List<NewRecord> records = new ArrayList<>();
        if (planned != null) {
            records.add(MeetingCodec.write(campaign, organization,
                    new MeetingRecord.Planned(planned, receivedAt, caller.subject(), behalf)));
        }
        if (held != null) {
            records.add(MeetingCodec.write(campaign, organization, held(view, held, state.workingDays(), behalf)));
        }
        return records;
    }

    private MeetingRecord.Held held(View view, LocalDate day, Set<Integer> counted, boolean behalf) {
        if (!counted.isEmpty()) {
            view.need(IntStream.rangeClosed(day.getYear(), WorkingDays.lastYear(day)).mapToObj(StreamKey::calendar).toList());
        }
        WorkingDays working = new WorkingDays(year -> calendar(view.stream(StreamKey.calendar(year))));
        SortedMap<Integer, LocalDate> days = new TreeMap<>();
        boolean guessed = false;
        for (int n : counted) {
            WorkingDays.Counted due = working.after(day, n);
            days.put(n, due.day());
            guessed |= due.guessed();
        }
        return new MeetingRecord.Held(day, days, guessed, receivedAt, caller.subject(), behalf);
    }

    private static Optional<WorkCalendar> calendar(List<JournalRecord> stream) {
        return stream.isEmpty() ? Optional.empty() : Optional.of(CalendarRecord.read(stream.getLast()).calendar());
    }

    private void requireClerk(List<Code> lineage) {
        if (lineage.stream().anyMatch(caller.at(Role.CLERK)::contains)) {
            return;
        }
        boolean known = caller.grants().stream().anyMatch(grant -> lineage.contains(grant.organization()));
        throw known
                ? new Problem(ProblemType.FORBIDDEN)
                : new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
    }
}
