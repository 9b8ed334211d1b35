package guidang.server.campaigns;

import guidang.server.aspects.AspectMatcher;
import guidang.server.aspects.AspectTemplate;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The aspects that each campaign asks for. What is read here is the view of
/// this replica; the last templates asked for are kept, ready to match.
@Component
final class CampaignTemplates implements AspectTemplates {
    private static final String ROUTE = "PUT /api/campaigns/template";
    private static final int KEPT = 64;

    private final Journal journal;
    private final Blobs blobs;
    private final CampaignReading reading;
    private final Campaigns campaigns;
    private final CampaignDecisions decisions;
    private final AsyncCache<CampaignState.Template, AspectMatcher> matchers = Caffeine.newBuilder().maximumSize(KEPT)
            .buildAsync();

    CampaignTemplates(Journal journal, Blobs blobs, CampaignReading reading, Campaigns campaigns, Organizations tree) {
        this.journal = journal;
        this.blobs = blobs;
        this.reading = reading;
        this.campaigns = campaigns;
        this.decisions = new CampaignDecisions(tree);
    }

    @Override
    public Mono<InForce> find(Code campaign) {
        return Mono.justOrEmpty(campaigns.find(campaign)).flatMap(this::find);
    }

    @Override
    public Mono<InForce> find(Caller caller, Code campaign) {
        return Mono.fromSupplier(() -> reading.known(caller, campaign)).flatMap(this::find);
    }

    @Override
    public Mono<InForce> at(Code campaign, Instant moment) {
        return journal.stream(StreamKey.campaign(campaign))
                .flatMap(stream -> Mono.justOrEmpty(CampaignState.of(until(stream, moment)))).flatMap(this::find);
    }

    /// Moments are told in milliseconds.
    private static List<JournalRecord> until(List<JournalRecord> stream, Instant moment) {
        return stream.stream().filter(r -> !r.committedAt().truncatedTo(ChronoUnit.MILLIS).isAfter(moment)).toList();
    }

    private Mono<InForce> find(CampaignState campaign) {
        CampaignState.Template set = campaign.template();
        return set == null
                ? Mono.empty()
                : matcher(set).map(matcher -> new InForce(set.version(), matcher));
    }

    @Override
    public Mono<AspectMatcher> matcher(CampaignState.Template set) {
        return set.aspects() == 0
                ? Mono.empty()
                : Mono.fromFuture(() -> matchers.get(set, (key, _) -> read(key).toFuture()), true);
    }

    private Mono<AspectMatcher> read(CampaignState.Template set) {
        return blobs.get(set.operation(), set.details()).map(CampaignCodec::template).map(AspectMatcher::new);
    }

    /// Sets it. Repeating under the same key sets it once. Errors:
    /// `TEMPLATE_CHANGED`, `CAMPAIGN_UNKNOWN`, `CAMPAIGN_STATE`, `FORBIDDEN`.
    ///
    /// @param replaces
    ///            the version that was seen; 0 where there was none
    Mono<Committed> set(Caller caller, String key, Code campaign, int replaces, AspectTemplate template) {
        if (!editor(caller, reading.known(caller, campaign))) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        OperationId operation = OperationId.of(caller.subject(), ROUTE, campaign + ":" + key);
        String digest = Digests.hex((campaign + ":" + replaces + ":" + template).getBytes(StandardCharsets.UTF_8));
        return blobs.put(operation, CampaignCodec.template(template)).flatMap(
                details -> journal.submit(new Command(operation, digest, decisions.template(caller, campaign, replaces,
                        new CampaignRecord.Template(details, template.aspects().size())))));
    }

    private boolean editor(Caller caller, CampaignState campaign) {
        return reading.may(caller, campaign, Role.ADMINISTRATOR, Role.OFFICER);
    }

    /// A campaign's template as a caller sees it.
    ///
    /// @param editable
    ///            whether the caller may set another
    record Shown(CampaignState campaign, AspectTemplate template, boolean editable) {}

    /// Error: `CAMPAIGN_UNKNOWN`.
    Mono<Shown> shown(Caller caller, Code code) {
        return Mono.fromSupplier(() -> reading.known(caller, code)).flatMap(campaign -> {
            boolean editable = campaign.phase() != CampaignState.Phase.CLOSED && editor(caller, campaign);
            return find(campaign).map(set -> set.matcher().template()).defaultIfEmpty(AspectTemplate.NONE)
                    .map(template -> new Shown(campaign, template, editable));
        });
    }
}
