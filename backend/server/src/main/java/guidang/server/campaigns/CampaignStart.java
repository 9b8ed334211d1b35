package guidang.server.campaigns;

import guidang.server.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the campaigns when the journal is open, and sees that openings that
/// were cut off have a job that goes on with them.
@Component
final class CampaignStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignStart.class);

    private final Journal journal;
    private final CampaignList list;
    private final CampaignLife life;
    private volatile @Nullable Disposable running;

    CampaignStart(Journal journal, CampaignList list, CampaignLife life) {
        this.journal = journal;
        this.list = list;
        this.life = life;
    }

    @Override
    public void start() {
        caughtUp().toFuture().join();
        running = resumed().subscribe();
    }

    Mono<Void> caughtUp() {
        return Mono.defer(() -> journal.follow(0, list));
    }

    /// One that can't go on now is asked for again by its administrator.
    Mono<Void> resumed() {
        return Flux.fromIterable(list.all()).filter(campaign -> campaign.phase() == CampaignState.Phase.OPENING)
                .concatMap(this::resumed).then();
    }

    private Mono<Void> resumed(CampaignState campaign) {
        return life.resume(campaign).onErrorResume(e -> {
            LOG.warn("The opening of campaign {} can't go on", campaign.code(), e);
            return Mono.empty();
        });
    }

    @Override
    public void stop() {
        Disposable resuming = running;
        if (resuming != null) {
            resuming.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return Journal.PHASE + 2;
    }
}
