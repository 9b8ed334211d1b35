package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes further organisations into the roster of an open campaign, with
/// a reason.
@Service
class Additions {
    private static final String ROUTE = "POST /api/campaigns/additions";

    private final Journal journal;
    private final Blobs blobs;
    private final CampaignReading reading;
    private final Campaigns campaigns;
    private final Scopes scopes;
    private final CampaignDecisions decisions;
    private final InstantSource clock;

    Additions(Journal journal, Blobs blobs, CampaignReading reading, Campaigns campaigns, Scopes scopes, Organizations tree,
            InstantSource clock) {
        this.journal = journal;
        this.blobs = blobs;
        this.reading = reading;
        this.campaigns = campaigns;
        this.scopes = scopes;
        this.decisions = new CampaignDecisions(tree);
        this.clock = clock;
    }

    /// Those that are in the frozen roster are left out; it never changes, so they
    /// are told from the rest before deciding. Repeating under the same key adds
    /// once. Errors: those of [CampaignDecisions#add].
    Mono<Committed> add(Caller caller, String key, Code campaign, List<Code> organizations, String reason) {
        CampaignState state = reading.known(caller, campaign);
        if (!reading.may(caller, state, Role.ADMINISTRATOR, Role.OFFICER)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        organizations.forEach(code -> scopes.known(caller, code));
        OperationId operation = OperationId.of(caller.subject(), ROUTE, campaign + ":" + key);
        String digest = Digests.hex((organizations + ":" + reason).getBytes(StandardCharsets.UTF_8));
        return Flux.fromIterable(organizations)
                .filterWhen(code -> campaigns.frozen(state, code).hasElement().map(there -> !there)).collectList()
                .zipWith(blobs.put(operation, CampaignCodec.reason(reason)))
                .flatMap(both -> journal.submit(new Command(operation, digest,
                        decisions.add(caller, campaign, both.getT1(), both.getT2(), clock.instant()))));
    }
}
