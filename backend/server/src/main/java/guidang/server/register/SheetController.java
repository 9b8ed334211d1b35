package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.register.SheetStep.Place;
import guidang.server.tables.Table;
import guidang.server.tables.TableFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Registers as sheets: out, and in.
@RestController
@RequestMapping("/api/rectifications")
class SheetController {
    private final SheetImports imports;
    private final SheetViews views;
    private final SheetExport export;
    private final SheetExamples examples;
    private final Scopes scopes;
    private final int limit;

    SheetController(SheetImports imports, SheetViews views, SheetExport export, SheetExamples examples, Scopes scopes,
            RegisterSettings settings) {
        this.imports = imports;
        this.views = views;
        this.export = export;
        this.examples = examples;
        this.scopes = scopes;
        this.limit = Math.toIntExact(settings.limit().toBytes());
    }

    /// Takes a register as a sheet (xlsx; CSV in UTF-8 or GB18030) and says row by
    /// row and cell by cell what it would do. Nothing is written into the register
    /// before it is started. Only who handed it in sees it.
    ///
    /// @param organization
    ///            at or below which its items lie; of rows that name none
    /// @param campaign
    ///            of rows that name none
    /// @param name
    ///            of the file
    @Operation(requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary"))))
    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<RegisterImportView>> receive(Caller caller, @RequestParam Code organization,
            @RequestParam Code campaign, @RequestParam String name, Locale locale, ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), limit).map(SheetController::bytes).defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, _ -> new Problem(ProblemType.FILE_TOO_LARGE, "limit", limit))
                .flatMap(sheet -> imports.receive(caller, new Place(organization, campaign), name, sheet))
                .flatMap(made -> views.of(made, locale))
                .map(view -> ResponseEntity.created(URI.create("/api/rectifications/imports/" + view.id())).body(view));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /// What it would do now; once it was started, how far it is.
    @GetMapping("/imports/{id}")
    Mono<RegisterImportView> get(Caller caller, @PathVariable String id, Locale locale) {
        return imports.get(caller, id).flatMap(found -> views.of(found, locale));
    }

    /// Lets all rows be written that nothing speaks against, by a job. Asked again
    /// it is the same job.
    @PostMapping("/imports/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<RegisterImportView> start(Caller caller, @PathVariable String id, Locale locale) {
        return imports.start(caller, id).flatMap(begun -> views.of(begun, locale));
    }

    /// All items that are asked for, as a sheet that can be handed in again: the
    /// columns of the register, progress and evidence with their days. It is written
    /// as it is sent. It holds names of persons where items have them.
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))})
    @GetMapping("/export")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(Caller caller, @ParameterObject @Valid @ModelAttribute RegisterAsked asked,
            @Parameter(schema = @Schema(allowableValues = {"csv",
                    "xlsx"}, defaultValue = "xlsx")) @RequestParam(defaultValue = "xlsx") String format,
            Locale locale) {
        TableFormat written = TableFormat.of(format);
        return export.table(caller, asked, locale).map(written::answer);
    }

    /// A sheet to be filled in, with examples of what may stand in it.
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))})
    @GetMapping("/sheet")
    ResponseEntity<Flux<DataBuffer>> sheet(Caller caller, @Parameter(schema = @Schema(allowableValues = {"csv",
            "xlsx"}, defaultValue = "xlsx")) @RequestParam(defaultValue = "xlsx") String format, Locale locale) {
        if (scopes.tops(caller, EnumSet.of(Role.CLERK, Role.OFFICER)).isEmpty()) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        Table table = examples.table(locale);
        return TableFormat.of(format).answer(table);
    }
}
