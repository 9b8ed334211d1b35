package guidang.server.filing;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// Links to files, for whoever a room has let read them.
@Component
public final class Tickets {
    private final TicketSeal seal;
    private final FilingSettings settings;
    private final InstantSource clock;

    Tickets(TicketSeal seal, FilingSettings settings, InstantSource clock) {
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    /// A link that works for a while.
    ///
    /// @param owner
    ///            as in [Originals#find]
    public Ticket issue(String owner, int n) {
        Instant end = clock.instant().plus(settings.ticketValidity()).truncatedTo(ChronoUnit.SECONDS);
        return new Ticket("/api/files/" + seal.seal(new TicketSeal.Claim(owner, n, end)), end);
    }

    /// What the ticket says.
    ///
    /// @throws Problem
    ///             `TICKET_EXPIRED`, also where it was not made here
    TicketSeal.Claim open(String ticket) {
        return seal.open(ticket).filter(claim -> clock.instant().isBefore(claim.expiresAt()))
                .orElseThrow(() -> new Problem(ProblemType.TICKET_EXPIRED));
    }
}
