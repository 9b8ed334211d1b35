package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.Meeting;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RosterRow;
import guidang.server.filing.Slot;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// One document for each document that each rostered organisation is to file.
/// All of an organisation's in a campaign are made together, at one view.
@Component
final class ObligationDocuments implements DocumentSource {
    private static final int AT_ONCE = 8;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final Campaigns campaigns;
    private final Due due;

    ObligationDocuments(Campaigns campaigns, Due due) {
        this.campaigns = campaigns;
        this.due = due;
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
        return batch.touched("reports").map(Unit::of).collect(HashSet<Unit>::new, Set::add)
                .flatMapMany(filed -> Flux.concat(batch.touched("campaigns").concatMap(key -> opened(batch, key, filed)),
                        Flux.fromIterable(filed).flatMap(unit -> filed(batch, unit), AT_ONCE)));
    }

    /// A campaign that opens owes everything: reports are taken only afterwards.
    /// Those filed in the same batch come with what was filed.
    private Flux<Document> opened(Batch batch, StreamKey key, Set<Unit> filed) {
        if (batch.within(key).stream().noneMatch(record -> record.type().equals("opened"))) {
            return Flux.empty();
        }
        return batch.stream(key).mapNotNull(stream -> CampaignState.of(stream).orElse(null))
                .flatMapMany(campaign -> campaigns.roster(campaign)
                        .filter(row -> !filed.contains(new Unit(campaign.code(), row.organization())))
                        .concatMapIterable(row -> written(batch, of(campaign, row, slot -> List.of()), Map.of())));
    }

    private Flux<Document> filed(Batch batch, Unit unit) {
        return batch.stream(StreamKey.campaign(unit.campaign)).mapNotNull(stream -> CampaignState.of(stream).orElse(null))
                .flatMapMany(campaign -> campaigns.rostered(unit.campaign, unit.organization)
                        .flatMapMany(row -> slots(batch, campaign, unit)
                                .flatMapIterable(slots -> written(batch, of(campaign, row, slots::get),
                                        before(batch, campaign, row, slots)))));
    }

    private static Mono<Map<StreamKey, List<JournalRecord>>> slots(Batch batch, CampaignState campaign, Unit unit) {
        return Flux.fromIterable(campaign.documents()).map(document -> slot(campaign, document, unit.organization))
                .concatMap(key -> batch.stream(key).map(stream -> Map.entry(key, stream)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static StreamKey slot(CampaignState campaign, RequiredDocument document, Code organization) {
        return StreamKey.report(campaign.code(), organization, document.type(), document.period());
    }

    /// The hashes as of the view before the batch; none where the campaign was not
    /// open then.
    private Map<String, String> before(Batch batch, CampaignState campaign, RosterRow row,
            Map<StreamKey, List<JournalRecord>> slots) {
        boolean openedWithin = batch.within(StreamKey.campaign(campaign.code())).stream()
                .anyMatch(r -> r.type().equals("opened"));
        if (openedWithin) {
            return Map.of();
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        of(campaign, row, key -> batch.earlier(Objects.requireNonNull(slots.get(key))))
                .forEach(d -> hashes.put(d.id(), d.hash()));
        return hashes;
    }

    private List<ObligationDocument> of(CampaignState campaign, RosterRow row,
            Function<StreamKey, @Nullable List<JournalRecord>> stream) {
        List<ObligationDocument> all = campaign.documents().stream().map(document -> missing(campaign, row, document)
                .filled(Slot
                        .of(Objects.requireNonNullElse(stream.apply(slot(campaign, document, row.organization())), List.of()))))
                .toList();
        boolean complete = all.stream().filter(ObligationDocument::required).allMatch(ObligationDocument::delivered);
        int first = IntStream.range(0, all.size()).filter(i -> all.get(i).required()).findFirst().orElse(-1);
        return IntStream.range(0, all.size()).mapToObj(i -> all.get(i).ofOrganization(i == first, complete)).toList();
    }

    private ObligationDocument missing(CampaignState campaign, RosterRow row, RequiredDocument document) {
        LocalDate day = document.due().day(Meeting.NONE);
        return new ObligationDocument(campaign.code().value(), row.organization().value(), row.path(), Paths.upTo(row.path()),
                document.type().value(), document.period().value(), day == null ? null : due.after(day),
                document.required(), null, "missing", null, false, false, "");
    }

    private static List<Document> written(Batch batch, List<ObligationDocument> obligations, Map<String, String> before) {
        return obligations.stream()
                .map(o -> new Document(o.id(), batch.to(), o.hash(), before.get(o.id()), JSON.writeValueAsBytes(o), null))
                .toList();
    }
}
