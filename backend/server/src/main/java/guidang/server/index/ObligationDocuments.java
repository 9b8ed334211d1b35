package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.campaigns.CampaignCodec;
import guidang.server.campaigns.CampaignRecord;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RosterRow;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// What each rostered organisation is to file, in spans (ADR 13). All spans of
/// an organisation in a campaign are made together, at one view; those that did
/// not change since the view before the batch are not written again.
@Component
final class ObligationDocuments implements DocumentSource {
    private static final int AT_ONCE = 8;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final Campaigns campaigns;
    private final Due due;
    private final Places places;
    private final FindingsReader findings;

    ObligationDocuments(Campaigns campaigns, Due due, Places places, FindingsReader findings) {
        this.campaigns = campaigns;
        this.due = due;
        this.places = places;
        this.findings = findings;
    }

    /// An organisation in a campaign.
    private record Unit(Code campaign, Code organization) {
        static Unit of(StreamKey slot) {
            String[] parts = slot.value().split("/", -1);
            return new Unit(new Code(parts[1]), new Code(parts[2]));
        }
    }

    @Override
    public Lane lane() {
        return Lane.OBLIGATIONS;
    }

    @Override
    public Flux<Document> documents(Batch batch) {
        return Flux.concat(batch.touched("reports"), batch.touched("meetings")).map(Unit::of)
                .concatWith(batch.touched("campaigns").concatMapIterable(key -> added(batch, key)))
                .collect(HashSet<Unit>::new, Set::add)
                .flatMapMany(filed -> Flux.concat(batch.touched("campaigns").concatMap(key -> whole(batch, key, filed)),
                        Flux.fromIterable(filed).flatMap(unit -> filed(batch, unit), AT_ONCE)));
    }

    /// All organisations of a campaign that opens, or whose template changes. Those
    /// to whom something was filed in the same batch come with that.
    private Flux<Document> whole(Batch batch, StreamKey key, Set<Unit> filed) {
        boolean opens = has(batch, key, "opened");
        if (!opens && !has(batch, key, "template")) {
            return Flux.empty();
        }
        return cut(batch, key).flatMapMany(cut -> campaigns.roster(cut.campaign())
                .filter(row -> !filed.contains(new Unit(cut.campaign().code(), row.organization())))
                .flatMapSequential(row -> opens
                        ? written(batch, cut, row, Map.of())
                        : slots(batch, cut.campaign(), row.organization())
                                .flatMapMany(slots -> written(batch, cut, row, slots)),
                        AT_ONCE));
    }

    /// Those who were taken into the roster afterwards.
    private static List<Unit> added(Batch batch, StreamKey campaign) {
        return batch.within(campaign).stream().filter(record -> record.type().equals("added")).map(CampaignCodec::read)
                .flatMap(fact -> fact instanceof CampaignRecord.Added by ? by.rows().stream() : Stream.empty())
                .map(row -> new Unit(CampaignCodec.code(campaign), row.organization())).toList();
    }

    private static boolean has(Batch batch, StreamKey campaign, String type) {
        return batch.within(campaign).stream().anyMatch(record -> record.type().equals(type));
    }

    private static Mono<Cut> cut(Batch batch, StreamKey campaign) {
        return batch.stream(campaign).flatMap(stream -> Mono.justOrEmpty(Cut.of(stream)));
    }

    private Flux<Document> filed(Batch batch, Unit unit) {
        return cut(batch, StreamKey.campaign(unit.campaign))
                .flatMapMany(cut -> campaigns.rostered(cut.campaign(), unit.organization)
                        .flatMapMany(row -> slots(batch, cut.campaign(), unit.organization)
                                .flatMapMany(slots -> written(batch, cut, row, slots))));
    }

    private static Mono<Map<StreamKey, List<JournalRecord>>> slots(Batch batch, CampaignState campaign, Code organization) {
        Flux<StreamKey> slots = Flux.fromIterable(campaign.documents()).map(document -> slot(campaign, document, organization));
        Flux<StreamKey> meeting = campaign.awaitsMeeting()
                ? Flux.just(StreamKey.meeting(campaign.code(), organization))
                : Flux.empty();
        return slots.concatWith(meeting)
                .concatMap(key -> batch.stream(key).map(stream -> Map.entry(key, stream)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static StreamKey slot(CampaignState campaign, RequiredDocument document, Code organization) {
        return StreamKey.report(campaign.code(), organization, document.type(), document.period());
    }

    private Flux<Document> written(Batch batch, Cut cut, RosterRow row, Map<StreamKey, List<JournalRecord>> slots) {
        return stays(row, batch.placed()).flatMapMany(stays -> {
            Map<String, String> before = before(batch, cut, row, slots);
            boolean all = mayReturn(batch, slots);
            return Flux.fromIterable(owed(cut, row, slots).documents(stays, due))
                    .filter(made -> all || !made.document().hash().equals(before.get(made.id())))
                    .concatMap(made -> findings.of(cut, made).map(whole -> new Document(made.id(), batch.to(), whole.hash(),
                            before.get(made.id()), JSON.writeValueAsBytes(whole), null)));
        });
    }

    /// Whether a document may have become another one and the same again within the
    /// batch: another projector may have written what it was in between. All that
    /// happens to a span is that it ends, but for a seal that is taken back.
    private static boolean mayReturn(Batch batch, Map<StreamKey, List<JournalRecord>> slots) {
        return slots.keySet().stream().flatMap(key -> batch.within(key).stream()).anyMatch(r -> r.type().equals("released"));
    }

    /// The hashes as of the view before the batch; none where nothing was
    /// owed then.
    private Map<String, String> before(Batch batch, Cut cut, RosterRow row, Map<StreamKey, List<JournalRecord>> slots) {
        if (owed(cut, row, slots).since() >= batch.from()) {
            return Map.of();
        }
        Map<StreamKey, List<JournalRecord>> earlier = new HashMap<>();
        slots.forEach((key, stream) -> earlier.put(key, batch.earlier(stream)));
        Map<String, String> hashes = new HashMap<>();
        owed(cut.before(batch.from()), row, earlier).documents(places.stays(row.organization(), batch.placedBefore()), due)
                .forEach(made -> hashes.put(made.id(), made.document().hash()));
        return hashes;
    }

    private static OwedUnit owed(Cut cut, RosterRow row, Map<StreamKey, List<JournalRecord>> slots) {
        List<JournalRecord> meeting = slots.getOrDefault(StreamKey.meeting(cut.campaign().code(), row.organization()), List.of());
        return new OwedUnit(cut, row, cut.campaign().documents().stream().map(document -> new OwedSlot(document,
                slots.getOrDefault(slot(cut.campaign(), document, row.organization()), List.of()), meeting)).toList());
    }

    /// The tree of this replica may be a moment behind. An organisation without a
    /// place lies where the roster has it.
    private Mono<List<Stay>> stays(RosterRow row, long view) {
        return Mono.fromSupplier(() -> places.stays(row.organization(), view)).filter(all -> !all.isEmpty())
                .repeatWhenEmpty(100, tries -> tries.delayElements(Duration.ofMillis(50)))
                .onErrorResume(gone -> Mono.empty()).defaultIfEmpty(List.of());
    }
}
