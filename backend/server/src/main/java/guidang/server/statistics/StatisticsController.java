package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.access.Scopes;
import guidang.server.index.By;
import guidang.server.index.FigureIndex;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.statistics.MonthFigures.MonthFigure;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Figures, within the caller's scope. An administrator sees counts and
/// no contents.
@RestController
class StatisticsController {
    private final FigureTables tables;
    private final FigureIndex figures;
    private final Scopes scopes;

    StatisticsController(FigureTables tables, FigureIndex figures, Scopes scopes) {
        this.tables = tables;
        this.figures = figures;
        this.scopes = scopes;
    }

    /// By organisation: those directly below the one that is asked for; without one
    /// those at which the caller's scope begins.
    @GetMapping("/api/statistics/organizations")
    Mono<OrganizationFigures> organizations(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked) {
        return tables.organizations(caller, asked);
    }

    /// By campaign, document, month of the due day, type or level of organisations.
    @GetMapping("/api/statistics/groups")
    Mono<GroupFigures> groups(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked,
            @Parameter(schema = @Schema(allowableValues = {"campaign", "document", "document-type", "month", "type",
                    "level"})) @RequestParam String by) {
        return tables.groups(caller, asked, by(by));
    }

    static By by(String typed) {
        return Arrays.stream(By.values()).filter(one -> one.text().equals(typed)).findFirst()
                .orElseThrow(() -> new Problem(ProblemType.INVALID_FIELD, "fields", List.of("by")));
    }

    /// By organisation and document: who lacks which.
    @GetMapping("/api/statistics/matrix")
    Mono<MatrixFigures> matrix(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked) {
        return tables.matrix(caller, asked);
    }

    /// @param organization
    ///            it and those below it; none: the whole scope
    @GetMapping("/api/statistics/months")
    Mono<MonthFigures> months(Caller caller, @RequestParam(required = false) @Nullable String campaign,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(defaultValue = "0") @Min(0) long position) {
        String below = organization == null ? null : scopes.known(caller, Code.of(organization));
        String code = campaign == null ? null : Code.of(campaign).value();
        return figures.months(scopes.figures(caller), code, below, position).map(answer -> new MonthFigures(answer.asOf(),
                answer.months().stream().map(m -> new MonthFigure(m.key(), m.count())).toList()));
    }
}
