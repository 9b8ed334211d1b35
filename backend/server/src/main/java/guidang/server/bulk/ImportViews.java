package guidang.server.bulk;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scopes;
import guidang.server.bulk.ImportRow.Outcome;
import guidang.server.bulk.ImportView.ImportPage;
import guidang.server.bulk.ImportView.ImportedCounts;
import guidang.server.bulk.ImportView.ImportedPlace;
import guidang.server.bulk.ImportView.ImportedProblem;
import guidang.server.bulk.ImportView.ImportedRow;
import guidang.server.bulk.ImportView.ImportedRowPage;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.tables.Table;
import guidang.server.web.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Imports in words. An organisation that the caller does not know of has no
/// name here.
@Component
class ImportViews {
    private final Scopes scopes;
    private final OrganizationPaths paths;
    private final OrganizationNames names;
    private final Texts texts;
    private final BulkSettings settings;

    ImportViews(Scopes scopes, OrganizationPaths paths, OrganizationNames names, Texts texts, BulkSettings settings) {
        this.scopes = scopes;
        this.paths = paths;
        this.names = names;
        this.texts = texts;
        this.settings = settings;
    }

    Mono<ImportView> of(Caller caller, ReportImports.Standing standing, Locale locale) {
        ImportHead head = standing.head();
        return named(caller, List.of(head.organization())).map(named -> new ImportView(standing.id(), head.name(),
                place(head.organization().value(), named), head.phase(), ImportedCounts.of(standing.counts()),
                standing.job(), problem(head.problem(), locale), head.receivedAt(), head.receivedAt().plus(settings.keep())));
    }

    Mono<ImportPage> of(Caller caller, ReportImports.Listed found, Locale locale) {
        return Flux.fromIterable(found.imports()).concatMap(one -> of(caller, one, locale)).collectList()
                .map(views -> new ImportPage(views, found.next()));
    }

    Mono<ImportedRowPage> of(Caller caller, String id, ReportImports.Page page, Locale locale) {
        List<Code> codes = page.rows().stream().flatMap(row -> code(row.organization())).distinct().toList();
        return named(caller, codes).map(named -> new ImportedRowPage(
                page.rows().stream().map(row -> row(id, row, named, locale)).toList(), page.total(), page.next()));
    }

    /// As a manifest, with what became of each row in two columns more.
    Table table(Flux<ImportRow> rows, Locale locale) {
        List<String> head = new ArrayList<>(Manifest.header(locale));
        head.add(texts.text("bulk.outcome", Map.of(), locale));
        head.add(texts.text("bulk.reason", Map.of(), locale));
        return Table.list("manifest", head, rows.map(row -> cells(row, locale)));
    }

    private List<@Nullable Object> cells(ImportRow row, Locale locale) {
        List<@Nullable Object> cells = Manifest.cells(row);
        ImportedProblem problem = problem(row.problem(), locale);
        cells.add(texts.text("bulk.outcome." + row.outcome().text(), Map.of(), locale));
        cells.add(problem == null ? null : problem.detail());
        return cells;
    }

    private ImportedRow row(String id, ImportRow row, Map<Code, String> named, Locale locale) {
        String report = row.outcome() == Outcome.FILED ? Rows.operation(id, row.row()).value() : null;
        return new ImportedRow(row.row(), written(row, named), row.campaign(), row.documentType(), row.period(), row.title(),
                row.file(), row.outcome(), problem(row.problem(), locale), report);
    }

    /// As it was written where nobody knows it.
    private static @Nullable ImportedPlace written(ImportRow row, Map<Code, String> named) {
        if (row.organization().isEmpty()) {
            return row.organizationName().isEmpty() ? null : new ImportedPlace("", row.organizationName());
        }
        return place(row.organization(), named);
    }

    private static ImportedPlace place(String code, Map<Code, String> named) {
        return new ImportedPlace(code, code(code).findFirst().map(named::get).orElse(code));
    }

    private static Stream<Code> code(String written) {
        try {
            return Stream.of(Code.of(written));
        } catch (Problem malformed) {
            return Stream.empty();
        }
    }

    private Mono<Map<Code, String>> named(Caller caller, Collection<Code> codes) {
        return names.names(codes.stream()
                .filter(code -> paths.path(code).filter(path -> scopes.tree(caller).includes(path)).isPresent()).toList());
    }

    private @Nullable ImportedProblem problem(@Nullable Refusal refusal, Locale locale) {
        return Optional.ofNullable(refusal).map(why -> problem(why.problem(), locale)).orElse(null);
    }

    private ImportedProblem problem(Problem problem, Locale locale) {
        String key = "problem." + problem.type().slug() + ".";
        return new ImportedProblem(problem.type().slug(), texts.text(key + "title", problem.arguments(), locale),
                texts.text(key + "detail", problem.arguments(), locale), texts.text(key + "action", problem.arguments(), locale));
    }
}
