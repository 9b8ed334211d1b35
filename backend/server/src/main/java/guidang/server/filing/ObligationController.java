package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.ExpectedSlot;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What an organisation owes, from the streams: what was just filed counts, and
/// nobody waits for the index.
@RestController
class ObligationController {
    private final Campaigns campaigns;
    private final Journal journal;
    private final Scopes scopes;
    private final Due due;
    private final InstantSource clock;

    ObligationController(Campaigns campaigns, Journal journal, Scopes scopes, Due due, InstantSource clock) {
        this.campaigns = campaigns;
        this.journal = journal;
        this.scopes = scopes;
        this.due = due;
        this.clock = clock;
    }

    /// For whoever sees the organisation's figures, and for the clerks above it,
    /// who may file on its behalf.
    @GetMapping("/api/obligations")
    Mono<Obligations> obligations(@Parameter(hidden = true) Caller caller, @RequestParam String organization) {
        Code code = Code.of(organization);
        requireKnown(caller, code);
        return campaigns.expected(code).concatMap(this::obligation).collectList().map(Obligations::new);
    }

    private void requireKnown(Caller caller, Code organization) {
        String path = scopes.known(caller, organization);
        if (!scopes.figures(caller).includes(path) && !scopes.may(caller, Role.CLERK, path)) {
            throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
        }
    }

    private Mono<Obligation> obligation(ExpectedSlot expected) {
        StreamKey key = StreamKey.report(expected.campaign(), expected.organization(), expected.documentType(),
                expected.period());
        return journal.stream(key).map(Slot::of).map(slot -> Obligation.of(expected, slot, clock.instant(), due.timeZone()));
    }
}
