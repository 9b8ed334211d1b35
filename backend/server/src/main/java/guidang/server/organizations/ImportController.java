package guidang.server.organizations;

import guidang.server.tables.TableFormat;
import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lists of organisations, handed in by administrators.
@RestController
class ImportController {
    /// More would not be read by anybody: the list is broken as a whole.
    private static final int FAULTS_SHOWN = 1000;

    private final Imports imports;
    private final Scopes scopes;
    private final Texts texts;
    private final int limit;

    ImportController(Imports imports, Scopes scopes, Texts texts, OrganizationsSettings settings) {
        this.imports = imports;
        this.scopes = scopes;
        this.texts = texts;
        this.limit = Math.toIntExact(settings.importLimit().toBytes());
    }

    /// What an import came to, or would come to.
    ///
    /// @param rows
    ///            of the list, without its header
    /// @param accepted
    ///            rows without a fault
    /// @param created
    ///            organisations made now; those of an earlier, cut-off run are not
    ///            counted again
    /// @param changes
    ///            how many of each kind there are, in a dry run to be made, else
    ///            made now
    /// @param diff
    ///            what the list changes, at most 1,000 of them
    /// @param errors
    ///            at most 1,000
    /// @param position
    ///            absent where nothing was to be written
    record ImportReport(int rows, int accepted, int created, ImportCounts changes, List<ImportChange> diff,
            List<ImportError> errors, @Nullable Long position) {}

    /// Changes by kind.
    record ImportCounts(int added, int moved, int renamed, int retyped, int merged, int closed, int reopened) {}

    /// One change of one organisation.
    ///
    /// @param kind
    ///            `added`, `moved`, `renamed`, `retyped`, `merged`, `closed`,
    ///            `reopened`
    /// @param from
    ///            what changes, as it is: the code of the one above, a name, a type
    ///            with its level; absent of what is new
    /// @param to
    ///            as it will be
    record ImportChange(int row, String code, String name, String kind, @Nullable String from, @Nullable String to) {}

    /// One fault of one row.
    ///
    /// @param row
    ///            as a spreadsheet counts: the header is row 1
    /// @param column
    ///            `code`, `name`, `shortName`, `type`, `level`, `parent`, `status`,
    ///            `successor`; empty where the whole row is meant
    record ImportError(int row, String column, String code, String message) {}

    /// Takes a list with the columns code, name, type, parent, and if wanted
    /// shortName, level, status, successor, in any order: CSV (UTF-8 or GB18030) or
    /// the first sheet of an xlsx workbook. Who is not in it is left alone. A dry
    /// run says what it would change and what is wrong, row by row, and writes
    /// nothing; nor does a list with any fault: 422 `organizations-invalid` with the
    /// same rows. One that was cut off goes on when it is handed in again.
    ///
    /// @param reason
    ///            kept with what is changed
    @Operation(summary = "Import organisations", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(path = "/api/organizations/imports", consumes = {"text/csv", "text/plain", "application/octet-stream",
            "application/vnd.ms-excel", TableFormat.XLSX_TYPE})
    Mono<ResponseEntity<ImportReport>> take(Caller caller,
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestParam(required = false) @Nullable String reason,
            @RequestBody Flux<DataBuffer> body, Locale locale) {
        scopes.requireAnywhere(caller, Role.ADMINISTRATOR);
        ChangeFields fields = new ChangeFields();
        String words = fields.someReason(reason);
        fields.refuse();
        return DataBufferUtils.join(body, limit).map(ImportController::bytes).flatMap(list -> imports.plan(caller, list))
                .flatMap(planned -> dryRun
                        ? Mono.just(dry(planned.plan(), locale))
                        : written(caller, planned, words, locale));
    }

    private Mono<ResponseEntity<ImportReport>> written(Caller caller, Imports.Planned planned, @Nullable String reason,
            Locale locale) {
        ImportPlan plan = planned.plan();
        if (!plan.faults().isEmpty()) {
            return Mono.error(
                    new Problem(ProblemType.ORGANIZATIONS_INVALID, "count", plan.faults().size(), "rows", plan.size(), "accepted",
                            plan.accepted(), "errors", errors(plan, locale)));
        }
        return imports.write(caller, planned, reason)
                .map(written -> ResponseEntity.ok().header("Guidang-Position", Long.toString(written.position()))
                        .body(new ImportReport(plan.size(), plan.accepted(), written.created(),
                                counts(type -> written.records().getOrDefault(type, 0), written.created()), List.of(), List.of(),
                                written.position())));
    }

    private ResponseEntity<ImportReport> dry(ImportPlan plan, Locale locale) {
        Map<String, Integer> kinds = new HashMap<>();
        plan.steps().forEach(step -> kinds.merge(kind(step), 1, Integer::sum));
        List<ImportChange> diff = plan.steps().stream().limit(FAULTS_SHOWN).map(ImportController::change).toList();
        return ResponseEntity.ok(new ImportReport(plan.size(), plan.accepted(), 0,
                counts(kind -> kinds.getOrDefault(kind, 0), kinds.getOrDefault("added", 0)), diff, errors(plan, locale), null));
    }

    private static ImportCounts counts(ToIntFunction<String> of, int added) {
        return new ImportCounts(added, of.applyAsInt("moved"), of.applyAsInt("renamed"), of.applyAsInt("retyped"),
                of.applyAsInt("merged"), of.applyAsInt("closed"), of.applyAsInt("reopened"));
    }

    private static String kind(ImportStep step) {
        return step.kind().name().toLowerCase(Locale.ROOT);
    }

    private static ImportChange change(ImportStep step) {
        Standing was = step.was();
        ImportRow row = step.row();
        String above = was == null || was.parent() == null ? null : was.parent().value();
        String under = row.parent() == null ? null : row.parent().value();
        return switch (step.kind()) {
            case ADDED -> change(step, null, under);
            case MOVED, REOPENED -> change(step, above, under);
            case RENAMED -> change(step, was == null ? null : titled(was.name(), was.shortName()),
                    titled(row.name(), step.shortName()));
            case RETYPED -> change(step, was == null ? null : typed(was.type(), was.level() == 0 ? null : was.level()),
                    typed(row.type(), step.level()));
            case MERGED -> change(step, above, row.successor() == null ? null : row.successor().value());
            case CLOSED -> change(step, null, null);
        };
    }

    private static ImportChange change(ImportStep step, @Nullable String from, @Nullable String to) {
        return new ImportChange(step.row().number(), step.code().value(), step.row().name(), kind(step), from, to);
    }

    private static String titled(String name, @Nullable String shortName) {
        return shortName == null || shortName.isEmpty() ? name : name + " (" + shortName + ")";
    }

    private static String typed(OrganizationType type, @Nullable Integer level) {
        return level == null ? type.text() : type.text() + " " + level;
    }

    private List<ImportError> errors(ImportPlan plan, Locale locale) {
        return plan.faults().stream().limit(FAULTS_SHOWN).map(fault -> error(fault, locale)).toList();
    }

    private ImportError error(ImportFault fault, Locale locale) {
        String message = texts.text("import." + fault.kind().slug(), Map.of("value", fault.value(), "column", fault.column()),
                locale);
        return new ImportError(fault.row(), fault.column(), fault.kind().slug(), message);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
