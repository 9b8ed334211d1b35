package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Any table as a file, each stamped with what it is of. It is written as it is
/// sent: its size costs no memory.
@RestController("figureExportController")
class ExportController {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final MediaType XLSX = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ExportTables tables;

    ExportController(ExportTables tables) {
        this.tables = tables;
    }

    /// @param table
    ///            which table
    /// @param by
    ///            of `groups`
    /// @param show
    ///            of `slots`, like `aspect` and `sort`
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/statistics/export")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked,
            @Parameter(schema = @Schema(allowableValues = {"organizations", "groups", "matrix", "aspects", "curve", "returns",
                    "slots"})) @RequestParam String table,
            @Parameter(schema = @Schema(allowableValues = {"xlsx",
                    "csv"}, defaultValue = "xlsx")) @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "document") String by, @RequestParam(defaultValue = "expected") String show,
            @RequestParam(required = false) @Min(0) @Max(29) @Nullable Integer aspect,
            @RequestParam(defaultValue = "tree") String sort, Locale locale) {
        TableFormat written = format(format);
        return tables.table(caller, asked, new ExportTables.Wanted(table, by, show, aspect, sort), locale)
                .map(found -> ResponseEntity.ok().headers(headers(found, format)).body(bytes(found, written)));
    }

    private static TableFormat format(String format) {
        return switch (format) {
            case "xlsx" -> new XlsxFormat();
            case "csv" -> new CsvFormat();
            default -> throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("format"));
        };
    }

    private static HttpHeaders headers(Table table, String format) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(format.equals("xlsx") ? XLSX : new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(table.name() + "." + format, StandardCharsets.UTF_8).build());
        headers.setCacheControl("no-store");
        return headers;
    }

    private static Flux<DataBuffer> bytes(Table table, TableFormat format) {
        Flux<byte[]> rows = table.rows().buffer(ROWS_AT_ONCE).publishOn(Schedulers.boundedElastic(), 1).map(format::rows);
        return Flux.concat(Mono.fromSupplier(() -> format.begin(table)), rows, Mono.fromSupplier(format::end))
                .filter(piece -> piece.length > 0).map(DefaultDataBufferFactory.sharedInstance::wrap);
    }
}
