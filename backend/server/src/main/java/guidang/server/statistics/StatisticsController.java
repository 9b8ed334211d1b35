package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.By;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
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

    StatisticsController(FigureTables tables) {
        this.tables = tables;
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
}
