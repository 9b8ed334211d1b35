package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What an organisation owes.
@RestController
class ObligationController {
    private final OwedDocuments owed;
    private final Scopes scopes;

    ObligationController(OwedDocuments owed, Scopes scopes) {
        this.owed = owed;
        this.scopes = scopes;
    }

    /// For whoever sees the organisation's figures, and for the clerks above it,
    /// who may file on its behalf.
    @GetMapping("/api/obligations")
    Mono<Obligations> obligations(@Parameter(hidden = true) Caller caller, @RequestParam String organization) {
        Code code = Code.of(organization);
        requireKnown(caller, code);
        return owed.of(code).collectList().map(Obligations::new);
    }

    private void requireKnown(Caller caller, Code organization) {
        String path = scopes.known(caller, organization);
        if (!scopes.figures(caller).includes(path) && !scopes.may(caller, Role.CLERK, path)) {
            throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
        }
    }
}
