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
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Creates, opens and closes campaigns.
@Service
class CampaignLife {
    static final String CREATE = "POST /api/campaigns";
    static final String CHANGE = "PUT /api/campaigns";
    private static final String OPEN = "open";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Journal journal;
    private final Blobs blobs;
    private final CampaignList list;
    private final Openings openings;
    private final Asked asked;
    private final CampaignDecisions decisions;

    CampaignLife(Journal journal, Blobs blobs, CampaignList list, Openings openings, Asked asked, Organizations tree) {
        this.journal = journal;
        this.blobs = blobs;
        this.list = list;
        this.openings = openings;
        this.asked = asked;
        this.decisions = new CampaignDecisions(tree);
    }

    /// Makes a draft. Repeating under the same key makes no second one.
    Mono<Committed> create(Caller caller, String key, CampaignForm form) {
        OperationId operation = OperationId.of(caller.subject(), CREATE, key);
        String digest = Digests.hex(form.toString().getBytes(StandardCharsets.UTF_8));
        return blobs.put(operation, CampaignCodec.details(form.name(), form.documentNames()))
                .flatMap(details -> journal.submit(new Command(operation, digest, decisions.create(caller, form, details))));
    }

    /// Makes a draft another one. Repeating under the same key changes it once.
    Mono<Committed> change(Caller caller, String key, Code campaign, CampaignForm form, int replaces) {
        if (!form.code().equals(campaign)) {
            return Mono.error(new Problem(ProblemType.INVALID_FIELD, "fields", List.of("code")));
        }
        OperationId operation = OperationId.of(caller.subject(), CHANGE, campaign + ":" + key);
        String digest = Digests.hex((replaces + ":" + form).getBytes(StandardCharsets.UTF_8));
        return blobs.put(operation, CampaignCodec.details(form.name(), form.documentNames())).flatMap(
                details -> journal.submit(new Command(operation, digest, decisions.change(caller, form, replaces, details))));
    }

    /// Freezes the roster and opens. A campaign opens once, whoever asks and how
    /// often: an opening that was cut off goes on. Waits for a while: a large one is
    /// still opening then. Errors: `CAMPAIGN_INCOMPLETE` where nobody is asked.
    Mono<Committed> open(Caller caller, Code campaign) {
        if (list.find(campaign).filter(state -> state.phase() == CampaignState.Phase.CLOSED).isPresent()) {
            return Mono.error(new Problem(ProblemType.CAMPAIGN_STATE, "campaign", campaign.value(), "state", "closed"));
        }
        return somebody(campaign).then(Mono.defer(() -> once(campaign, OPEN, decisions.startOpening(caller, campaign))))
                .flatMap(started -> opened(caller, campaign, started));
    }

    private Mono<Committed> opened(Caller caller, Code campaign, Committed started) {
        CampaignState state = list.find(campaign).orElseThrow();
        return state.phase() == CampaignState.Phase.OPENING
                ? openings.open(caller, state, started).defaultIfEmpty(started).timeout(PATIENCE, Mono.just(started))
                : Mono.just(started);
    }

    /// Goes on with an opening that was cut off, in a job.
    Mono<Void> resume(CampaignState opening) {
        return journal.operation(step(opening.code(), OPEN)).flatMap(started -> openings.resume(opening, started)).then();
    }

    /// Whoever is asked by the tree of now: nobody is a mistake in the draft.
    private Mono<Void> somebody(Code campaign) {
        return Mono.<Void>fromRunnable(() -> list.find(campaign)
                .filter(state -> state.phase() == CampaignState.Phase.DRAFT
                        && asked.of(state.created().whom(), Asked.NOW).findAny().isEmpty())
                .ifPresent(_ -> {
                    throw new Problem(ProblemType.CAMPAIGN_INCOMPLETE, "campaign", campaign.value());
                })).subscribeOn(Schedulers.boundedElastic());
    }

    /// Takes no more reports. A campaign closes once.
    Mono<Committed> close(Caller caller, Code campaign) {
        return once(campaign, "close", decisions.close(caller, campaign));
    }

    private Mono<Committed> once(Code campaign, String step, Decision decision) {
        return journal.submit(new Command(step(campaign, step), campaign + ":" + step, decision));
    }

    private static OperationId step(Code campaign, String step) {
        return OperationId.of("campaign", campaign.value(), step);
    }
}
