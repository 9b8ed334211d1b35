package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.filing.Places;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Decision;
import guidang.server.journal.Journal;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.objects.StoredJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Does to an item what a person asks for: its words are durable first, then
/// the rule is applied in the view in which the act is committed. Repeating
/// under the same key is the same act. Errors of all acts: those of their rules
/// and of [Journal#submit], and `NOT_FOUND`.
@Component
class ItemActs {
    private final Items items;
    private final ItemBlobs blobs;
    private final Journal journal;
    private final Places places;

    ItemActs(Items items, ItemBlobs blobs, Journal journal, Places places) {
        this.items = items;
        this.blobs = blobs;
        this.journal = journal;
        this.places = places;
    }

    /// Who asks, of which item.
    ///
    /// @param route
    ///            under which the key is the caller's own
    record Ask(Caller caller, String key, String route, Code organization, String item, Instant receivedAt) {
        OperationId operation() {
            return OperationId.of(caller.subject(), route, key);
        }
    }

    /// What is asked for.
    ///
    /// @param said
    ///            what the request holds besides words and files, what was done
    ///            included: another one under the same key is refused
    /// @param words
    ///            absent where none were given
    record Act(ItemAct act, List<Object> said, @Nullable Object words, Fact fact) {
        /// @param evidence
        ///            the files that came with it: their bytes, not the ids under which
        ///            they were uploaded
        String digest(List<ItemRecord.Evidence> evidence) {
            List<ItemRecord.Evidence> files = evidence.stream().map(ItemRecord.Evidence::withoutPreview).toList();
            Object told = words == null || words instanceof ProgressWords ? "" : words;
            return Digests.hex(StoredJson.bytes(List.of(act, said, told, files)));
        }
    }

    /// What becomes of the item, or why not: a pure function.
    @FunctionalInterface
    interface Fact {
        ItemRecord decide(ItemSituation found);
    }

    /// An act without files.
    Mono<Committed> act(Ask ask, Act act) {
        return items.readable(ask.caller(), ask.organization(), ask.item()).flatMap(item -> details(ask, act)
                .flatMap(details -> journal.submit(command(ask, act, details.ref(), List.of()))));
    }

    /// What the act would come to now; nothing is written.
    Mono<Void> rehearse(Ask ask, Act act, List<ItemRecord.Evidence> evidence) {
        Blobs.Ref none = new Blobs.Ref(Digests.hex(new byte[0]), 0);
        return items.readable(ask.caller(), ask.organization(), ask.item())
                .flatMap(item -> journal.rehearse(deciding(ask, act, none, evidence))).then();
    }

    /// An act whose files are durable.
    Mono<Committed> act(Ask ask, Act act, List<ItemRecord.Evidence> evidence) {
        return details(ask, act).flatMap(details -> journal.submit(command(ask, act, details.ref(), evidence)));
    }

    /// What a known operation came to, where its files are gone.
    Mono<Committed> repeat(Ask ask, Act act, List<ItemRecord.Evidence> evidence) {
        return journal.submit(new Command(ask.operation(), act.digest(evidence), view -> {
            throw new IllegalStateException("a known operation is not decided again");
        }));
    }

    /// Words that are there, or none.
    private record Details(Blobs.@Nullable Ref ref) {}

    private Mono<Details> details(Ask ask, Act act) {
        Object words = act.words();
        return words == null ? Mono.just(new Details(null)) : blobs.words(ask.operation(), words).map(Details::new);
    }

    private Command command(Ask ask, Act act, Blobs.@Nullable Ref details, List<ItemRecord.Evidence> evidence) {
        return new Command(ask.operation(), act.digest(evidence), deciding(ask, act, details, evidence));
    }

    private Decision deciding(Ask ask, Act act, Blobs.@Nullable Ref details, List<ItemRecord.Evidence> evidence) {
        return new Deciding(places, ask, act, details, evidence);
    }

    private record Deciding(Places places, Ask ask, Act act, Blobs.@Nullable Ref details, List<ItemRecord.Evidence> evidence)
            implements
                Decision {
        @Override
        public List<NewRecord> decide(View view) {
            StreamKey key = StreamKey.rectification(ask.organization(), new OperationId(ask.item()));
            view.need(List.of(key, StreamKey.organization(ask.organization())));
            Item item = Item.of(view.stream(key)).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
            Hands hands = Hands.in(view, places, ask.caller(), ask.organization());
            ItemSituation found = new ItemSituation(hands, item, details, evidence);
            found.require(act.act());
            return List.of(ItemCodec.write(key, act.fact().decide(found)));
        }
    }
}
