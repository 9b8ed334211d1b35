package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.filing.Places;
import guidang.server.journal.Decision;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.rectification.ItemImport.Change;
import guidang.server.rectification.ItemImport.Classed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether an item may be brought up to a sheet's row: all of it or none.
record BringingDecision(Places places, Caller caller, OperationId operation, Code organization, OperationId item,
        Change change, Put put, Instant receivedAt) implements Decision {
    /// The words of the change, durable.
    record Put(Blobs.@Nullable Ref words, Blobs.@Nullable Ref reason, SheetFacts facts) {}

    @Override
    public List<NewRecord> decide(View view) {
        StreamKey key = StreamKey.rectification(organization, item);
        view.need(List.of(key, StreamKey.organization(organization)));
        Item found = Item.of(view.stream(key)).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        Hands hands = Hands.in(view, places, caller, organization);
        ItemSituation now = new ItemSituation(hands, found, null, List.of());
        if (!hands.clerk() && hands.officer().isEmpty()) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        List<ItemRecord> facts = facts(hands, now);
        now.requireAll(facts);
        return facts.stream().map(fact -> ItemCodec.write(key, fact)).toList();
    }

    private List<ItemRecord> facts(Hands hands, ItemSituation now) {
        List<ItemRecord> facts = new ArrayList<>();
        Blobs.Ref words = put.words();
        if (words != null) {
            int replaces = Objects.requireNonNullElse(change.replaces(), -1);
            now.requireWords(replaces);
            facts.add(new ItemRecord.Edited(replaces, words, receivedAt, caller.subject(), hands.onBehalf()));
        }
        Classed classed = change.classed();
        Blobs.Ref reason = put.reason();
        if (classed != null && reason != null) {
            facts.add(new ItemRecord.Reclassified(classed.type(), classed.due(), now.at(), reason, receivedAt, caller.subject()));
        }
        facts.addAll(put.facts().of(operation, hands, receivedAt));
        return facts;
    }
}
