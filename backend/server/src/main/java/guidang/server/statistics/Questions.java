package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.access.Scopes;
import guidang.server.campaigns.Due;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.organizations.Organizations;
import guidang.server.query.AsOf;
import guidang.server.query.ObligationFilter;
import guidang.server.query.TreeMeant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks what is asked. The one place of this room where the caller's scope is
/// taken from.
@Component
final class Questions {
    private final Scopes scopes;
    private final Due days;
    private final InstantSource clock;
    private final Organizations organizations;

    Questions(Scopes scopes, Due days, InstantSource clock, Organizations organizations) {
        this.organizations = organizations;
        this.scopes = scopes;
        this.days = days;
        this.clock = clock;
    }

    /// As [#of], within what the caller reads: for words that those have written
    /// whom the figures are of. An administrator reads nothing.
    Question ofContents(Caller caller, Asked asked) {
        return of(caller, asked).within(scopes.contents(caller));
    }

    /// @throws Problem
    ///             `INVALID_FIELD`, `MALFORMED_CODE`, `MALFORMED_PERIOD`;
    ///             `ORGANIZATION_UNKNOWN` where the caller must not know of it
    Question of(Caller caller, Asked asked) {
        TreeMeant tree = "then".equals(asked.tree()) ? TreeMeant.THEN : TreeMeant.NOW;
        String parent = code(asked.parent());
        Instant moment = AsOf.moment(asked.asOf(), days, clock.instant());
        UnaryOperator<String> lying = tree == TreeMeant.NOW || moment == null ? UnaryOperator.identity() : then(moment);
        String below = parent == null ? null : lying.apply(scopes.known(caller, new Code(parent)));
        ObligationFilter filter = new ObligationFilter(code(asked.campaign()), below, Boolean.TRUE.equals(asked.alone()),
                code(asked.documentType()), period(asked.period()),
                asked.month(), asked.type(), asked.level(), tree);
        return new Question(scopes.figures(caller), filter, lying, moment, code(asked.against()),
                asked.position() == null ? 0 : asked.position());
    }

    /// Where an organisation of the tree of now lay at the moment; one that did not
    /// exist lies where it does now.
    private UnaryOperator<String> then(Instant moment) {
        long view = organizations.view(moment);
        return path -> organizations.pathAt(Words.code(path), view).orElse(path);
    }

    private static @Nullable String period(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : new Period(typed).value();
    }

    private static @Nullable String code(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Code.of(typed).value();
    }
}
