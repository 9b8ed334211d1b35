package guidang.server.organizations;

import guidang.server.tables.TableFormat;
import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/// The tree as a list, as an import takes it.
@RestController
class ExportController {
    private final Exports exports;
    private final Scopes scopes;

    ExportController(Exports exports, Scopes scopes) {
        this.exports = exports;
        this.scopes = scopes;
    }

    /// The caller's part of the tree, or of it what lies at and below `parent`,
    /// parents first, closed ones too. Handed in again, the list of now changes
    /// nothing.
    ///
    /// @param asOf
    ///            as in the tree's pages
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))})
    @GetMapping("/api/organizations/export")
    ResponseEntity<Flux<DataBuffer>> export(Caller caller, @RequestParam(required = false) @Nullable Code parent,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(schema = @Schema(allowableValues = {"csv",
                    "xlsx"}, defaultValue = "csv")) @RequestParam(defaultValue = "csv") String format,
            Locale locale) {
        if (parent == null) {
            scopes.requireAnywhere(caller, Role.ADMINISTRATOR);
        } else {
            scopes.require(caller, Role.ADMINISTRATOR, parent);
        }
        return TableFormat.of(format).answer(exports.list(caller, parent, asOf, locale));
    }
}
