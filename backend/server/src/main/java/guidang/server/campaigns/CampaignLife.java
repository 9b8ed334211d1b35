package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Decision;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Creates, opens and closes campaigns.
@Service
class CampaignLife {
    static final String CREATE = "POST /api/campaigns";

    private final Journal journal;
    private final Blobs blobs;
    private final CampaignList list;
    private final Opening opening;
    private final CampaignDecisions decisions;

    CampaignLife(Journal journal, Blobs blobs, CampaignList list, Opening opening, Organizations tree) {
        this.journal = journal;
        this.blobs = blobs;
        this.list = list;
        this.opening = opening;
        this.decisions = new CampaignDecisions(tree);
    }

    /// Makes a draft. Repeating under the same key makes no second one.
    Mono<Committed> create(Caller caller, String key, CampaignForm form) {
        OperationId operation = OperationId.of(caller.subject(), CREATE, key);
        String digest = Digests.hex(form.toString().getBytes(StandardCharsets.UTF_8));
        return blobs.put(operation, CampaignCodec.details(form.name(), form.documentNames()))
                .flatMap(details -> journal.submit(new Command(operation, digest, decisions.create(caller, form, details))));
    }

    /// Freezes the roster and opens. A campaign opens once, whoever asks and how
    /// often: an opening that was cut off goes on.
    Mono<Committed> open(Caller caller, Code campaign) {
        if (list.find(campaign).filter(state -> state.phase() == CampaignState.Phase.CLOSED).isPresent()) {
            return Mono.error(new Problem(ProblemType.CAMPAIGN_STATE, "campaign", campaign.value(), "state", "closed"));
        }
        return once(campaign, "open", decisions.startOpening(caller, campaign))
                .flatMap(_ -> opening.freeze(list.find(campaign).orElseThrow()));
    }

    /// Takes no more reports. A campaign closes once.
    Mono<Committed> close(Caller caller, Code campaign) {
        return once(campaign, "close", decisions.close(caller, campaign));
    }

    private Mono<Committed> once(Code campaign, String step, Decision decision) {
        return journal.submit(new Command(OperationId.of("campaign", campaign.value(), step), campaign + ":" + step, decision));
    }
}
