package guidang.server.bulk;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.bulk.ImportRow.Outcome;
import guidang.server.bulk.ImportView.ImportPage;
import guidang.server.bulk.ImportView.ImportedRowPage;
import guidang.server.jobs.JobIds;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.tables.Table;
import guidang.server.tables.TableFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reports of the past, many at once.
@RestController
@RequestMapping("/api/reports/imports")
class BulkController {
    private static final int LARGEST_PAGE = 200;

    private final ReportImports imports;
    private final ImportViews views;
    private final Scopes scopes;
    private final long limit;

    BulkController(ReportImports imports, ImportViews views, Scopes scopes, BulkSettings settings) {
        this.imports = imports;
        this.views = views;
        this.scopes = scopes;
        this.limit = settings.limit().toBytes();
    }

    /// Takes a zip of reports with a manifest (`manifest.xlsx` or `manifest.csv`)
    /// that says what each is, and begins a dry run: nothing is filed.
    ///
    /// @param organization
    ///            at or below which all of them lie
    /// @param name
    ///            of the zip
    @Operation(requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary"))))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<ImportView>> receive(Caller caller, @RequestParam Code organization, @RequestParam String name,
            Locale locale, ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > limit) {
            throw new Problem(ProblemType.FILE_TOO_LARGE, "limit", limit);
        }
        return imports.receive(caller, organization, name, request.getBody())
                .flatMap(made -> views.of(caller, made, locale))
                .map(view -> ResponseEntity.created(URI.create("/api/reports/imports/" + view.id())).body(view));
    }

    /// The newest first, 20 at most.
    ///
    /// @param after
    ///            `next` of the page before
    @GetMapping
    Mono<ImportPage> list(Caller caller, @RequestParam(required = false) @Nullable String after, Locale locale) {
        if (after != null && !JobIds.isOne(after)) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("after"));
        }
        return imports.list(caller, after, 20).flatMap(found -> views.of(caller, found, locale));
    }

    @GetMapping("/{id}")
    Mono<ImportView> get(Caller caller, @PathVariable String id, Locale locale) {
        return imports.get(caller, id).flatMap(found -> views.of(caller, found, locale));
    }

    /// Its rows in their order.
    ///
    /// @param outcome
    ///            `unchecked`, `ready`, `refused`, `filed`, `already`, `failed`, or
    ///            several of them with commas; absent: all. `refused,failed` are
    ///            those that somebody has to look at
    /// @param after
    ///            `next` of the page before
    @GetMapping("/{id}/rows")
    Mono<ImportedRowPage> rows(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "50") int size, Locale locale) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("size"), "allowed", "1-" + LARGEST_PAGE);
        }
        return imports.rows(caller, id, outcomes(outcome), after, size).flatMap(page -> views.of(caller, id, page, locale));
    }

    private static Set<Outcome> outcomes(String given) {
        if (given.isEmpty()) {
            return EnumSet.allOf(Outcome.class);
        }
        Set<String> wanted = Set.copyOf(Arrays.asList(given.split(",")).stream().distinct().toList());
        Set<Outcome> found = Arrays.stream(Outcome.values()).filter(one -> wanted.contains(one.text()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
        if (found.size() < wanted.size()) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("outcome"), "allowed",
                    Arrays.stream(Outcome.values()).map(Outcome::text).collect(Collectors.joining(", ")));
        }
        return found;
    }

    /// Lets all rows be filed that nothing speaks against.
    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ImportView> start(Caller caller, @PathVariable String id, Locale locale) {
        return begun(caller, id, Step.START, locale);
    }

    /// Tries once more all rows that are not filed: after what kept them away is
    /// mended. Other files or other rows are a new import; what is filed already is
    /// told so there.
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ImportView> retry(Caller caller, @PathVariable String id, Locale locale) {
        return begun(caller, id, Step.RETRY, locale);
    }

    private Mono<ImportView> begun(Caller caller, String id, Step step, Locale locale) {
        return imports.begin(caller, id, step).flatMap(begun -> views.of(caller, begun, locale));
    }

    /// Throws an import away; what it filed stays.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable String id) {
        return imports.remove(caller, id);
    }

    /// Its rows of these outcomes as a manifest, with what became of each: to be
    /// corrected and handed in again.
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))})
    @GetMapping("/{id}/rows/export")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(Caller caller, @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @Parameter(schema = @Schema(allowableValues = {"csv",
                    "xlsx"}, defaultValue = "xlsx")) @RequestParam(defaultValue = "xlsx") String format,
            Locale locale) {
        TableFormat written = TableFormat.of(format);
        return imports.all(caller, id, outcomes(outcome)).map(rows -> written.answer(views.table(rows, locale)));
    }

    /// A manifest to be filled in.
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))})
    @GetMapping("/manifest")
    ResponseEntity<Flux<DataBuffer>> manifest(Caller caller,
            @Parameter(schema = @Schema(allowableValues = {"csv",
                    "xlsx"}, defaultValue = "xlsx")) @RequestParam(defaultValue = "xlsx") String format,
            Locale locale) {
        scopes.requireAnywhere(caller, Role.OFFICER);
        return TableFormat.of(format).answer(Table.list("manifest", Manifest.header(locale), Flux.empty()));
    }
}
