package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.jobs.JobAnswers;
import guidang.server.jobs.JobView;
import guidang.server.tables.TableFormat;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Any table as a file, each stamped with what it is of. It is written as it is
/// sent: its size costs no memory.
@RestController
class TableExportController {
    private final ExportTables tables;
    private final ExportJobs exports;
    private final JobAnswers jobs;

    TableExportController(ExportTables tables, ExportJobs exports, JobAnswers jobs) {
        this.tables = tables;
        this.exports = exports;
        this.jobs = jobs;
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
                    "slots", "rectifications", "rectification-aspects", "rectification-recurring"})) @RequestParam String table,
            @Parameter(schema = @Schema(allowableValues = {"xlsx",
                    "csv"}, defaultValue = "xlsx")) @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "document") String by, @RequestParam(defaultValue = "expected") String show,
            @RequestParam(required = false) @Min(0) @Max(29) @Nullable Integer aspect,
            @RequestParam(defaultValue = "tree") String sort, Locale locale) {
        TableFormat written = TableFormat.of(format);
        return tables.table(caller, asked, new ExportSheets.Wanted(table, by, show, aspect, sort), locale)
                .map(written::answer);
    }

    /// The same file, made by a job: its result.
    ///
    /// @param table
    ///            which table
    /// @param by
    ///            of `groups`
    /// @param show
    ///            of `slots`, like `aspect` and `sort`
    @ApiResponse(responseCode = "202", description = "It is made by a job", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = JobView.class)))
    @PostMapping("/api/statistics/exports")
    Mono<ResponseEntity<JobView>> begin(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked,
            @Parameter(schema = @Schema(allowableValues = {"organizations", "groups", "matrix", "aspects", "curve", "returns",
                    "slots", "rectifications", "rectification-aspects", "rectification-recurring"})) @RequestParam String table,
            @Parameter(schema = @Schema(allowableValues = {"xlsx",
                    "csv"}, defaultValue = "xlsx")) @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "document") String by, @RequestParam(defaultValue = "expected") String show,
            @RequestParam(required = false) @Min(0) @Max(29) @Nullable Integer aspect,
            @RequestParam(defaultValue = "tree") String sort, Locale locale) {
        return exports.start(caller, asked, new ExportSheets.Wanted(table, by, show, aspect, sort), format, locale)
                .flatMap(job -> jobs.accepted(caller, job, locale));
    }
}
