package guidang.server.filing;

import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.ExpectedSlot;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What an organisation owes, from the streams: what was just filed counts, and
/// nobody waits for the index. Asks nobody's leave.
@Component
public class OwedDocuments {
    private final Campaigns campaigns;
    private final Journal journal;
    private final ReportBlobs blobs;
    private final Due due;
    private final InstantSource clock;

    OwedDocuments(Campaigns campaigns, Journal journal, ReportBlobs blobs, Due due, InstantSource clock) {
        this.campaigns = campaigns;
        this.journal = journal;
        this.blobs = blobs;
        this.due = due;
        this.clock = clock;
    }

    /// In all campaigns that are open or closed.
    public Flux<Obligation> of(Code organization) {
        return campaigns.expected(organization).concatMap(this::obligation);
    }

    /// In these campaigns alone.
    public Flux<Obligation> of(Code organization, Set<Code> wanted) {
        return campaigns.expected(organization).filter(expected -> wanted.contains(expected.campaign()))
                .concatMap(this::obligation);
    }

    private Mono<Obligation> obligation(ExpectedSlot expected) {
        StreamKey key = StreamKey.report(expected.campaign(), expected.organization(), expected.documentType(),
                expected.period());
        return journal.stream(key).map(Slot::of).flatMap(slot -> toMend(slot).map(Optional::of).defaultIfEmpty(Optional.empty())
                .map(reason -> Obligation.of(expected, slot, clock.instant(), due, reason.orElse(null))));
    }

    /// Why the current version is to be mended; empty where it is not.
    private Mono<String> toMend(Slot slot) {
        return Mono.justOrEmpty(slot.current())
                .filter(v -> v.state() == Version.State.RETURNED || v.state() == Version.State.REOPENED)
                .flatMap(version -> Mono.justOrEmpty(version.review().last())).flatMap(blobs::reason).map(Reason::reason);
    }
}
