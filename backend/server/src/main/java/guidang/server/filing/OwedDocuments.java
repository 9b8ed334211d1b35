package guidang.server.filing;

import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.ExpectedSlot;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What an organisation owes, from the streams: what was just filed counts, and
/// nobody waits for the index. Asks nobody's leave.
@Component
class OwedDocuments {
    private final Campaigns campaigns;
    private final Journal journal;
    private final Due due;
    private final InstantSource clock;

    OwedDocuments(Campaigns campaigns, Journal journal, Due due, InstantSource clock) {
        this.campaigns = campaigns;
        this.journal = journal;
        this.due = due;
        this.clock = clock;
    }

    Flux<Obligation> of(Code organization) {
        return campaigns.expected(organization).concatMap(this::obligation);
    }

    private Mono<Obligation> obligation(ExpectedSlot expected) {
        StreamKey key = StreamKey.report(expected.campaign(), expected.organization(), expected.documentType(),
                expected.period());
        return journal.stream(key).map(Slot::of).map(slot -> Obligation.of(expected, slot, clock.instant(), due.timeZone()));
    }
}
