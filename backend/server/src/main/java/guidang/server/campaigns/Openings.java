package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.jobs.Job;
import guidang.server.jobs.JobKind;
import guidang.server.jobs.JobOrder;
import guidang.server.jobs.JobResult;
import guidang.server.jobs.JobRun;
import guidang.server.jobs.Jobs;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The one job of each opening. Cancelled, the campaign stays opening; asked
/// for again, it goes on.
@Service
class Openings implements JobKind {
    private static final String NAME = "roster";
    private static final String CAMPAIGN = "campaign";
    private static final String POSITION = "position";
    private static final Duration BOUND = Duration.ofSeconds(10);
    /// For an opening whose job was never made, because whoever opened it died: it
    /// may do what an opening does, and nothing else asks who it is.
    private static final Caller NOBODY = new Caller("system", "system", Set.of());

    private final Opening opening;
    private final CampaignList list;
    private final Journal journal;
    private final Jobs jobs;

    Openings(Opening opening, CampaignList list, Journal journal, Jobs jobs) {
        this.opening = opening;
        this.list = list;
        this.journal = journal;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public Map<String, String> facts(Job job) {
        return Map.of(CAMPAIGN, job.input().getOrDefault(CAMPAIGN, ""));
    }

    /// Opens what began to open, as the caller asked. Empty where another replica
    /// does it. Errors: what hindered it.
    ///
    /// @param started
    ///            the opening commit
    Mono<Committed> open(Caller caller, CampaignState campaign, Committed started) {
        return jobs.finish(order(caller, campaign, started)).flatMap(_ -> opening.opened(campaign.code()));
    }

    /// Sees that an opening that was cut off has a job.
    Mono<Job> resume(CampaignState campaign, Committed started) {
        JobOrder order = order(NOBODY, campaign, started);
        return jobs.start(order);
    }

    private static JobOrder order(Caller caller, CampaignState campaign, Committed started) {
        return JobOrder
                .of(caller, NAME, campaign.target(),
                        Map.of(CAMPAIGN, campaign.code().value(), POSITION, Long.toString(started.position())))
                .once(started.committedAt(), NAME + ":" + campaign.code());
    }

    @Override
    public Mono<JobResult> run(JobRun run) {
        Code campaign = new Code(run.job().input().getOrDefault(CAMPAIGN, ""));
        long position = Long.parseLong(run.job().input().getOrDefault(POSITION, "0"));
        return journal.await(position, BOUND).then(Mono.fromSupplier(() -> list.find(campaign).orElseThrow()))
                .flatMap(state -> run(run, state));
    }

    private Mono<JobResult> run(JobRun run, CampaignState campaign) {
        return campaign.phase() == CampaignState.Phase.OPENING
                ? Mono.fromSupplier(() -> opening.asked(campaign)).subscribeOn(Schedulers.boundedElastic())
                        .flatMap(asked -> freeze(run, campaign, asked))
                : Mono.just(result(campaign.rostered()));
    }

    private Mono<JobResult> freeze(JobRun run, CampaignState campaign, long asked) {
        run.progress(Math.min(campaign.frozen(), asked), asked, 0);
        return opening
                .freeze(campaign, run::cancelled, done -> run.progress(Math.max(done, campaign.frozen()), asked, 0))
                .map(_ -> result(asked));
    }

    private static JobResult result(long rostered) {
        return JobResult.of(Map.of("rostered", rostered));
    }
}
