package guidang.server.search;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.Continuation;
import guidang.server.query.ReportAnswer;
import guidang.server.query.ReportIndex;
import guidang.server.query.ReportQuestion.Sort;
import guidang.server.query.ReportQuestion.State;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reports by their words.
@RestController
class SearchController {
    private final ReportIndex reports;
    private final Scopes scopes;
    private final Labels labels;
    private final Cursors cursors;
    private final Turns turns;

    SearchController(ReportIndex reports, Scopes scopes, Labels labels, Cursors cursors, Turns turns) {
        this.reports = reports;
        this.scopes = scopes;
        this.labels = labels;
        this.cursors = cursors;
        this.turns = turns;
    }

    /// @param q
    ///            words; in quotes exactly so; none: everything, newest first
    /// @param organization
    ///            it and those below it
    /// @param turn
    ///            of those that wait for review: those for which it is the caller's
    ///            own turn as an officer, or that of somebody below; absent: all
    /// @param after
    ///            `next` of the page before
    /// @param position
    ///            of the journal, waited for a while: what the caller wrote is found
    @GetMapping("/api/search")
    Mono<SearchPage> search(Caller caller, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String campaign,
            @RequestParam(required = false) @Nullable String documentType,
            @RequestParam(required = false) @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") @Nullable String month,
            @Parameter(schema = @Schema(allowableValues = {"current", "all", "waiting",
                    "returned", "accepted", "withdrawn", "superseded",
                    "sealed"}, defaultValue = "current")) @RequestParam(defaultValue = "current") String state,
            @Parameter(schema = @Schema(allowableValues = {"mine",
                    "below"})) @RequestParam(required = false) @Nullable String turn,
            @Parameter(schema = @Schema(allowableValues = {"best",
                    "newest", "oldest"}, defaultValue = "best")) @RequestParam(defaultValue = "best") String sort,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "0") @Min(0) long position) {
        SearchRequest request = new SearchRequest(Query.of(q),
                organization == null ? null : scopes.known(caller, Code.of(organization)),
                code(campaign), code(documentType), month, constant("state", State.values(), state),
                constant("sort", Sort.values(), sort), size, position,
                turns.of(caller, turn));
        Scope scope = scopes.contents(caller);
        String fingerprint = request.fingerprint(caller.subject());
        Continuation from = after == null ? null : cursors.read(after, fingerprint);
        return reports.search(scope, request.question(scope, from))
                .flatMap(answer -> labels.page(answer, scope, next(answer, fingerprint)));
    }

    private @Nullable String next(ReportAnswer answer, String fingerprint) {
        Continuation next = answer.next();
        return next == null ? null : cursors.write(next, fingerprint);
    }

    private static @Nullable String code(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Code.of(typed).value();
    }

    private static <E extends Enum<E>> E constant(String field, E[] all, String typed) {
        return List.of(all).stream().filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed)).findFirst()
                .orElseThrow(() -> new Problem(ProblemType.INVALID_FIELD, "fields", List.of(field)));
    }
}
