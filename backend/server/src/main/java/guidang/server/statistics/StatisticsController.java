package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.index.FigureIndex;
import guidang.server.index.FiguresAnswer;
import guidang.server.index.FiguresAnswer.Figures;
import guidang.server.index.FiguresQuestion;
import guidang.server.index.ReportQuestion.Levels;
import guidang.server.kernel.Code;
import guidang.server.organizations.Organizations;
import guidang.server.statistics.MonthFigures.MonthFigure;
import guidang.server.statistics.OrganizationFigures.OrganizationRow;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Figures, within the caller's scope. An administrator sees counts and
/// no contents.
@RestController
class StatisticsController {
    private final FigureIndex figures;
    private final Scopes scopes;
    private final Organizations tree;
    private final OrganizationNames names;

    StatisticsController(FigureIndex figures, Scopes scopes, Organizations tree, OrganizationNames names) {
        this.figures = figures;
        this.scopes = scopes;
        this.tree = tree;
        this.names = names;
    }

    /// @param parent
    ///            whose children are the rows; none: the organisations at which the
    ///            caller's scope begins
    @GetMapping("/api/statistics/organizations")
    Mono<OrganizationFigures> organizations(Caller caller, @RequestParam String campaign,
            @RequestParam(required = false) @Nullable String parent, @RequestParam(defaultValue = "0") @Min(0) long position) {
        Scope scope = scopes.figures(caller);
        String below = parent == null ? null : scopes.known(caller, Code.of(parent));
        Levels levels = below == null ? new Levels(List.of(), beginnings(scope)) : new Levels(List.of(below), List.of());
        String code = Code.of(campaign).value();
        return figures.figures(scope, new FiguresQuestion(code, below, levels, position))
                .flatMap(answer -> named(code, below, answer));
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

    /// Without those that lie below another one.
    private static List<String> beginnings(Scope scope) {
        return Stream.concat(scope.subtrees().stream(), scope.organizations().stream()).distinct()
                .filter(path -> scope.subtrees().stream().noneMatch(above -> !path.equals(above) && path.startsWith(above)))
                .toList();
    }

    private Mono<OrganizationFigures> named(String campaign, @Nullable String below, FiguresAnswer answer) {
        List<String> paths = answer.rows().keySet().stream().sorted().toList();
        List<Code> codes = Stream.concat(Stream.ofNullable(below), paths.stream()).map(StatisticsController::code).toList();
        return names.names(codes).map(named -> {
            Stream<OrganizationRow> own = below == null || answer.own().expected() == 0
                    ? Stream.empty()
                    : Stream.of(row(code(below), 0, answer.own(), named));
            Stream<OrganizationRow> rows = paths.stream().map(
                    path -> row(code(path), tree.children(code(path)).size(), answer.rows().getOrDefault(path, Figures.NONE),
                            named));
            return new OrganizationFigures(answer.asOf(), campaign, Stream.concat(own, rows).toList(), answer.total());
        });
    }

    private static OrganizationRow row(Code code, int children, Figures f, Map<Code, String> names) {
        return new OrganizationRow(code.value(), names.getOrDefault(code, code.value()), children, f.expected(), f.delivered(),
                f.overdue(), f.organizations(), f.complete());
    }

    private static Code code(String path) {
        return new Code(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
    }
}
