package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.time.LocalDate;
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
    private final Journal journal;
    private final OrganizationPaths paths;
    /// By the operation that wrote them: a draft may be called otherwise.
    private final Map<OperationId, CampaignNames> names = new ConcurrentHashMap<>();

    Campaigns(CampaignList list, Rosters rosters, Blobs blobs, Due due, Journal journal, OrganizationPaths paths) {
        this.list = list;
        this.rosters = rosters;
        this.blobs = blobs;
        this.due = due;
        this.journal = journal;
        this.paths = paths;
    }

    /// The campaign in the view of a decision; empty where it does not exist.
    public static Optional<CampaignState> in(View view, Code campaign) {
        return CampaignState.of(view.stream(StreamKey.campaign(campaign)));
    }

    /// The campaign now; empty where it does not exist.
    public Optional<CampaignState> find(Code campaign) {
        return list.find(campaign);
    }

    /// The campaign now.
    ///
    /// @throws Problem
    ///             `CAMPAIGN_UNKNOWN` for one that does not exist and for one that
    ///             does not concern the caller, alike
    public CampaignState concerning(Caller caller, Code campaign) {
        return list.find(campaign).filter(found -> concerns(caller, found))
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", campaign.value()));
    }

    /// Whether its target lies above, at or below one of the caller's grants.
    boolean concerns(Caller caller, CampaignState campaign) {
        String target = paths.path(campaign.target()).orElse("");
        return caller.grants().stream().flatMap(g -> paths.path(g.organization()).stream())
                .anyMatch(path -> path.startsWith(target) || target.startsWith(path));
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
        return Mono.justOrEmpty(list.find(campaign)).flatMap(this::names);
    }

    Mono<CampaignNames> names(CampaignState campaign) {
        CampaignNames known = names.get(campaign.operation());
        return known != null ? Mono.just(known) : read(campaign);
    }

    private Mono<CampaignNames> read(CampaignState campaign) {
        return blobs.get(campaign.operation(), campaign.details()).map(details -> CampaignCodec.names(campaign.code(), details))
                .doOnNext(read -> names.put(campaign.operation(), read))
                .defaultIfEmpty(new CampaignNames(campaign.code(), campaign.code().value(), Map.of()));
    }

    /// The organisation's row in the roster of now; empty where it is not rostered.
    public Mono<RosterRow> rostered(Code campaign, Code organization) {
        return Mono.justOrEmpty(list.find(campaign)).flatMap(state -> rostered(state, organization));
    }

    /// The organisation's row in the roster as of the state: frozen, or added
    /// afterwards; empty where it is in neither.
    public Mono<RosterRow> rostered(CampaignState campaign, Code organization) {
        return rosters.find(campaign, organization);
    }

    /// As [#rostered], what was added left out.
    Mono<RosterRow> frozen(CampaignState campaign, Code organization) {
        return rosters.frozen(campaign, organization);
    }

    /// The roster as of the state, what was added included, in the order of its
    /// codes; empty before the campaign opens. Streams in parts of 10,000 rows.
    public Flux<RosterRow> roster(CampaignState campaign) {
        return rosters.all(campaign);
    }

    /// What the organisation is to file, in all campaigns that are open or closed,
    /// in the order of campaigns and of their documents.
    public Flux<ExpectedSlot> expected(Code organization) {
        return Flux.fromIterable(list.all()).filter(c -> c.openedAt() != null).concatMap(c -> expected(c, organization));
    }

    private Flux<ExpectedSlot> expected(CampaignState campaign, Code organization) {
        return rosters.find(campaign, organization).flatMap(_ -> Mono.zip(names(campaign), meeting(campaign, organization)))
                .flatMapIterable(both -> campaign.documents().stream()
                        .map(d -> slot(campaign, d, both.getT1(), both.getT2(), organization)).toList());
    }

    /// What the organisation told of its meeting, at this replica's view.
    public Mono<Meeting> meeting(Code campaign, Code organization) {
        return journal.stream(StreamKey.meeting(campaign, organization)).map(Meeting::of).defaultIfEmpty(Meeting.NONE);
    }

    private Mono<Meeting> meeting(CampaignState campaign, Code organization) {
        return campaign.awaitsMeeting() ? meeting(campaign.code(), organization) : Mono.just(Meeting.NONE);
    }

    private ExpectedSlot slot(CampaignState campaign, RequiredDocument document, CampaignNames named, Meeting meeting,
            Code organization) {
        LocalDate day = document.due().day(meeting);
        return new ExpectedSlot(campaign.code(), named.name(), organization, document.type(), named.document(document.type()),
                document.period(), day, day == null ? null : due.after(day),
                document.due() instanceof DueRule.AfterMeeting rule ? rule : null, document.required(), campaign.open());
    }
}
