package guidang.server.roster;

import guidang.server.access.Caller;
import guidang.server.campaigns.CampaignCodec;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
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
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Exempts, includes again and gives more time, one organisation a transaction:
/// cut off, the same request goes on where it stopped (PROTOCOL 19).
@Service
class Acts {
    private static final int AT_ONCE = 16;

    private final Journal journal;
    private final Blobs blobs;
    private final Campaigns campaigns;
    private final RosterPages pages;
    private final Organizations tree;
    private final InstantSource clock;

    Acts(Journal journal, Blobs blobs, Campaigns campaigns, RosterPages pages, Organizations tree, InstantSource clock) {
        this.journal = journal;
        this.blobs = blobs;
        this.campaigns = campaigns;
        this.pages = pages;
        this.tree = tree;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param changed
    ///            organisations
    /// @param unchanged
    ///            organisations of which everything was so already
    /// @param position
    ///            of the journal afterwards
    record Outcome(int changed, int unchanged, long position) {
        static Outcome of(Committed done) {
            return new Outcome(1, 0, done.position());
        }

        Outcome and(Outcome other) {
            return new Outcome(changed + other.changed, unchanged + other.unchanged, Math.max(position, other.position));
        }
    }

    /// The first refusal ends it; what was done before stays. Errors: those of
    /// [ActDecision]; `ROSTER_UNCHANGED` where it changed nothing at all.
    Mono<Outcome> act(Caller caller, String key, Code campaign, ActForm form) {
        Instant now = clock.instant();
        return pages.require(caller, campaign, form.organizations()).flatMap(state -> Flux
                .fromIterable(form.organizations()).flatMap(code -> act(caller, key, state, code, form, now), AT_ONCE)
                .reduce(Outcome::and)).filter(outcome -> outcome.changed() > 0)
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.ROSTER_UNCHANGED, "campaign", campaign.value())));
    }

    private Mono<Outcome> act(Caller caller, String key, CampaignState campaign, Code organization, ActForm form, Instant now) {
        OperationId operation = OperationId.of(caller.subject(), "POST /api/campaigns/" + form.kind(),
                campaign.code() + "/" + organization + ":" + key);
        String digest = Digests.hex(form.words().getBytes(StandardCharsets.UTF_8));
        return campaigns.rostered(campaign, organization).hasElement()
                .zipWith(blobs.put(operation, CampaignCodec.reason(form.reason())))
                .map(both -> new ActDecision(tree, caller, campaign.code(), organization, both.getT1(), form, both.getT2(), now))
                .flatMap(decision -> journal.submit(new Command(operation, digest, decision))).map(Outcome::of)
                .onErrorResume(Acts::unchanged, _ -> Mono.just(new Outcome(0, 1, 0)));
    }

    private static boolean unchanged(Throwable refusal) {
        return refusal instanceof Problem problem && problem.type() == ProblemType.ROSTER_UNCHANGED;
    }
}
