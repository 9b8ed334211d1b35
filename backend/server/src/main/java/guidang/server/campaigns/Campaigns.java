package guidang.server.campaigns;

import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Campaigns, as other rooms use them. What is read here is the view of this
/// replica; a decision reads [#in].
@Component
public final class Campaigns {
    private final CampaignList list;
    private final Rosters rosters;
    private final Blobs blobs;
    private final Due due;
    private final Map<Code, CampaignNames> names = new ConcurrentHashMap<>();

    Campaigns(CampaignList list, Rosters rosters, Blobs blobs, Due due) {
        this.list = list;
        this.rosters = rosters;
        this.blobs = blobs;
        this.due = due;
    }

    /// The campaign in the view of a decision; empty where it does not exist.
    public static Optional<CampaignState> in(View view, Code campaign) {
        return CampaignState.of(view.stream(StreamKey.campaign(campaign)));
    }

    /// The campaign now; empty where it does not exist.
    public Optional<CampaignState> find(Code campaign) {
        return list.find(campaign);
    }

    /// In the order of their codes.
    public Collection<CampaignState> all() {
        return list.all();
    }

    /// Whether any report was ever filed.
    public boolean anythingFiled() {
        return list.anythingFiled();
    }

    /// What the campaign and its documents are called: their codes where the words
    /// can't be read; empty where it does not exist.
    public Mono<CampaignNames> names(Code campaign) {
        CampaignNames known = names.get(campaign);
        return known != null ? Mono.just(known) : Mono.justOrEmpty(list.find(campaign)).flatMap(this::names);
    }

    private Mono<CampaignNames> names(CampaignState campaign) {
        return blobs.get(campaign.operation(), campaign.details()).map(details -> CampaignCodec.names(campaign.code(), details))
                .doOnNext(read -> names.put(campaign.code(), read))
                .defaultIfEmpty(new CampaignNames(campaign.code(), campaign.code().value(), Map.of()));
    }

    /// The organisation's row in the frozen roster; empty where it is not rostered.
    public Mono<RosterRow> rostered(Code campaign, Code organization) {
        return Mono.justOrEmpty(list.find(campaign)).flatMap(state -> rosters.find(state, organization));
    }

    /// The frozen roster in the order of its codes; empty before the campaign
    /// opens. Streams in parts of 10,000 rows.
    public Flux<RosterRow> roster(CampaignState campaign) {
        return rosters.all(campaign);
    }

    /// What the organisation is to file, in all campaigns that are open or closed,
    /// in the order of campaigns and of their documents.
    public Flux<ExpectedSlot> expected(Code organization) {
        return Flux.fromIterable(list.all()).filter(c -> c.openedAt() != null).concatMap(c -> expected(c, organization));
    }

    private Flux<ExpectedSlot> expected(CampaignState campaign, Code organization) {
        return rosters.find(campaign, organization).flatMap(_ -> names(campaign.code()))
                .flatMapIterable(
                        named -> campaign.documents().stream().map(d -> slot(campaign, d, named, organization)).toList());
    }

    private ExpectedSlot slot(CampaignState campaign, RequiredDocument document, CampaignNames named, Code organization) {
        return new ExpectedSlot(campaign.code(), named.name(), organization, document.type(), named.document(document.type()),
                document.period(), document.due(), due.after(document.due()), document.required(), campaign.open());
    }
}
