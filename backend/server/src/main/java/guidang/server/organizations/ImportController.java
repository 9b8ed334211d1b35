package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /// @param errors
    ///            at most 1,000
    /// @param position
    ///            absent where nothing was to be written
    record ImportReport(int rows, int accepted, int created, List<ImportError> errors, @Nullable Long position) {}

    /// One fault of one row.
    ///
    /// @param row
    ///            as a spreadsheet counts: the header is row 1
    /// @param column
    ///            `code`, `name`, `type`, `parent`; empty where the whole row
    ///            is meant
    record ImportError(int row, String column, String code, String message) {}

    /// Takes a list with the columns code, name, type, parent, in any order, UTF-8
    /// or GB18030. A dry run says what is wrong, row by row, and writes nothing; nor
    /// does a list with any fault: 422 `organizations-invalid` with the same rows.
    @Operation(summary = "Import organisations from CSV", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(path = "/api/organizations/imports", consumes = {"text/csv", "text/plain", "application/octet-stream",
            "application/vnd.ms-excel"})
    Mono<ResponseEntity<ImportReport>> take(Caller caller,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Flux<DataBuffer> body, Locale locale) {
        scopes.requireAnywhere(caller, Role.ADMINISTRATOR);
        return DataBufferUtils.join(body, limit).map(ImportController::bytes).flatMap(list -> imports.plan(caller, list))
                .flatMap(planned -> dryRun ? Mono.just(dry(planned.plan(), locale)) : written(caller, planned, locale));
    }

    private Mono<ResponseEntity<ImportReport>> written(Caller caller, Imports.Planned planned, Locale locale) {
        ImportPlan plan = planned.plan();
        if (!plan.faults().isEmpty()) {
            return Mono.error(
                    new Problem(ProblemType.ORGANIZATIONS_INVALID, "count", plan.faults().size(), "rows", plan.size(), "accepted",
                            plan.accepted(), "errors", errors(plan, locale)));
        }
        return imports.write(caller, planned)
                .map(written -> ResponseEntity.ok().header("Guidang-Position", Long.toString(written.position()))
                        .body(new ImportReport(plan.size(), plan.accepted(), written.created(), List.of(), written.position())));
    }

    private ResponseEntity<ImportReport> dry(ImportPlan plan, Locale locale) {
        return ResponseEntity.ok(new ImportReport(plan.size(), plan.accepted(), 0, errors(plan, locale), null));
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
