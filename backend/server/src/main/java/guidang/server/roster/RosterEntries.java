package guidang.server.roster;

import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.CampaignCodec;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Meeting;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RosterRow;
import guidang.server.filing.Slot;
import guidang.server.filing.SlotRecord;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.roster.RosterController.RosterAct;
import guidang.server.roster.RosterController.RosterEntry;
import guidang.server.roster.RosterController.RosterSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rows of a roster with their meetings, documents and what was done about
/// them, from the streams: nobody waits for the index.
@Component
class RosterEntries {
    private static final int AT_ONCE = 8;

    private final Campaigns campaigns;
    private final Journal journal;
    private final Blobs blobs;
    private final OrganizationNames names;

    RosterEntries(Campaigns campaigns, Journal journal, Blobs blobs, OrganizationNames names) {
        this.campaigns = campaigns;
        this.journal = journal;
        this.blobs = blobs;
        this.names = names;
    }

    Mono<List<RosterEntry>> of(CampaignState campaign, List<RosterRow> rows) {
        return Mono.zip(campaigns.names(campaign.code()), names.names(rows.stream().map(RosterRow::organization).toList()))
                .flatMap(words -> Flux.fromIterable(rows)
                        .flatMapSequential(row -> entry(campaign, row, words.getT1(), words.getT2()), AT_ONCE).collectList());
    }

    private Mono<RosterEntry> entry(CampaignState campaign, RosterRow row, CampaignNames documents, Map<Code, String> words) {
        Code code = row.organization();
        CampaignState.Addition added = campaign.additions().get(code);
        return campaigns.meeting(campaign.code(), code)
                .flatMap(meeting -> Mono.zip(slots(campaign, code, meeting, documents), why(added)).map(both -> new RosterEntry(
                        code.value(), words.getOrDefault(code, code.value()), row.path(), added == null ? null : added.addedAt(),
                        added == null ? null : both.getT2(), meeting.planned(), held(meeting), both.getT1())));
    }

    private static @Nullable LocalDate held(Meeting meeting) {
        Meeting.Held held = meeting.held();
        return held == null ? null : held.day();
    }

    private Mono<List<RosterSlot>> slots(CampaignState campaign, Code organization, Meeting meeting, CampaignNames words) {
        return Flux.fromIterable(campaign.documents())
                .concatMap(document -> journal
                        .stream(StreamKey.report(campaign.code(), organization, document.type(), document.period()))
                        .map(Slot::of).flatMap(slot -> slot(document, slot, meeting, words)))
                .collectList();
    }

    private Mono<RosterSlot> slot(RequiredDocument document, Slot slot, Meeting meeting, CampaignNames words) {
        LocalDate due = document.due().day(meeting);
        return Flux.fromIterable(slot.acts()).concatMap(this::act).collectList()
                .map(acts -> new RosterSlot(document.type().value(), words.document(document.type()), document.period().value(),
                        document.required(), slot.extended().orElse(due), slot.exempted(), slot.current().isPresent(), acts));
    }

    private Mono<RosterAct> act(Slot.Act act) {
        Instant at = act.record().committedAt();
        OperationId operation = act.record().operation();
        return switch (act.fact()) {
            case SlotRecord.Exempted by ->
                reason(operation, by.details()).map(why -> new RosterAct(ActKind.EXEMPT, at, null, why));
            case SlotRecord.Included by ->
                reason(operation, by.details()).map(why -> new RosterAct(ActKind.INCLUDE, at, null, why));
            case SlotRecord.Extended by ->
                reason(operation, by.details()).map(why -> new RosterAct(ActKind.EXTEND, at, by.due(), why));
            default -> Mono.empty();
        };
    }

    private Mono<String> why(CampaignState.@Nullable Addition added) {
        return added == null ? Mono.just("") : reason(added.operation(), added.details());
    }

    /// Empty words where the blob is gone.
    private Mono<String> reason(OperationId operation, Blobs.Ref details) {
        return blobs.get(operation, details).map(CampaignCodec::reason).defaultIfEmpty("");
    }
}
