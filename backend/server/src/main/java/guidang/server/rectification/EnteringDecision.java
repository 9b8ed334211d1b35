package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.campaigns.CampaignState;
import guidang.server.filing.Places;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.journal.Decision;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether items may be entered into a register, all of them or none.
///
/// @param source
///            the version that they come from; absent where they come from none
/// @param words
///            the items' blobs, in their order
/// @param sheet
///            what else a sheet tells of each; empty where they came with none
record EnteringDecision(Places places, Caller caller, OperationId operation, NewItems items,
        ReportRecord.@Nullable Filed source, List<Blobs.Ref> words, List<SheetFacts> sheet, Instant receivedAt)
        implements
            Decision {
    @Override
    public List<NewRecord> decide(View view) {
        StreamKey key = StreamKey.register(items.campaign(), items.organization());
        view.need(streams(key));
        Hands hands = Hands.in(view, places, caller, items.organization());
        hands.requireEntering(items.organization());
        requireSource(view);
        requireCampaign(view, hands.lineage());
        List<JournalRecord> register = view.stream(key);
        requireNew(register);
        return records(key, hands, Register.next(register));
    }

    private List<StreamKey> streams(StreamKey register) {
        List<StreamKey> streams = new ArrayList<>(List.of(register, StreamKey.campaign(items.campaign()),
                StreamKey.organization(items.organization())));
        if (source != null) {
            streams.add(ReportCodec.slot(source));
        }
        return streams;
    }

    /// What was filed by an organisation that is at work no more goes on with
    /// whoever holds its records.
    private void requireSource(View view) {
        if (source == null) {
            places.requireOpen(view, items.organization());
            return;
        }
        Version version = Slot.of(view.stream(ReportCodec.slot(source))).version(source.report())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        if (version.closed()) {
            throw version.state() == Version.State.MOVED
                    ? version.notInThisState()
                    : new Problem(ProblemType.REPORT_SEALED, "report", version.id().value(), "state", version.state().text());
        }
    }

    private void requireCampaign(View view, List<Code> lineage) {
        CampaignState campaign = places.campaign(view, items.campaign())
                .filter(found -> source != null || found.created().whom().reaches(lineage))
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", items.campaign().value()));
        if (campaign.phase() != CampaignState.Phase.OPEN && campaign.phase() != CampaignState.Phase.CLOSED) {
            throw new Problem(ProblemType.CAMPAIGN_NOT_OPEN, "campaign", items.campaign().value());
        }
    }

    private void requireNew(List<JournalRecord> stream) {
        OperationId report = items.report();
        if (report == null) {
            return;
        }
        Register register = Register.of(stream);
        for (NewItems.NewItem item : items.items()) {
            Integer problem = item.problem();
            if (problem != null) {
                register.of(report, problem).ifPresent(there -> {
                    throw new Problem(ProblemType.ITEM_EXISTS, "item", there.value(), "number",
                            register.items().indexOf(there) + 1, "problem", problem + 1);
                });
            }
        }
    }

    private List<NewRecord> records(StreamKey register, Hands hands, int first) {
        List<NewRecord> records = new ArrayList<>();
        records.add(ItemCodec.write(register, new Entered(first, entries(), items.report(), receivedAt, caller.subject())));
        for (int n = 0; n < items.items().size(); n++) {
            OperationId id = id(operation, n);
            StreamKey key = StreamKey.rectification(items.organization(), id);
            records.add(ItemCodec.write(key, opened(hands, id, first + n, n)));
            if (!sheet.isEmpty()) {
                sheet.get(n).of(operation, hands, receivedAt).forEach(fact -> records.add(ItemCodec.write(key, fact)));
            }
        }
        return records;
    }

    private List<Entered.Entry> entries() {
        List<Entered.Entry> entries = new ArrayList<>();
        for (NewItems.NewItem item : items.items()) {
            entries.add(new Entered.Entry(id(operation, entries.size()), item.problem()));
        }
        return entries;
    }

    private ItemRecord.Opened opened(Hands hands, OperationId id, int number, int n) {
        NewItems.NewItem item = items.items().get(n);
        OperationId report = items.report();
        boolean clerk = hands.clerk();
        return new ItemRecord.Opened(id, number, items.organization(), items.campaign(),
                report == null ? null : new ItemRecord.Source(report, item.problem()), item.type(), item.due(), words.get(n),
                receivedAt, caller.subject(), clerk ? hands.onBehalf() : !caller.at(Role.OFFICER).contains(hands.holder()),
                clerk ? null : hands.overseer().orElseThrow(), sheet.isEmpty() ? null : true);
    }

    /// The n-th item that an operation enters, from 0.
    static OperationId id(OperationId operation, int n) {
        return OperationId.of("item", operation.value(), Integer.toString(n));
    }

    /// What the records of the operation say was entered.
    static List<OperationId> entered(List<JournalRecord> records) {
        return ItemCodec.entered(records.getFirst()).items().stream().map(Entered.Entry::item).toList();
    }
}
