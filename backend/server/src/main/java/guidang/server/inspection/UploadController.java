package guidang.server.inspection;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.AspectTemplates;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import reactor.core.publisher.Mono;

/// Files before they are filed.
@RestController
@RequestMapping("/api/uploads")
class UploadController {
    private final Uploads uploads;
    private final UploadViews views;
    private final AspectTemplates templates;
    private final TemplateChecks checks;
    private final Scopes scopes;

    UploadController(Uploads uploads, UploadViews views, AspectTemplates templates, TemplateChecks checks,
            Scopes scopes) {
        this.uploads = uploads;
        this.views = views;
        this.templates = templates;
        this.checks = checks;
        this.scopes = scopes;
    }

    /// Receives and reads a file.
    ///
    /// @param organization
    ///            the clerks at and above it may go on with the file; absent: the
    ///            caller alone
    /// @param purpose
    ///            `report` or `evidence`; absent: a report
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary"))))
    Mono<ResponseEntity<Upload>> receive(@RequestParam String name, @RequestParam(required = false) @Nullable Code organization,
            @RequestParam(required = false) @Nullable String purpose, Caller caller, Locale locale, ServerHttpRequest request) {
        if (organization != null) {
            scopes.require(caller, Role.CLERK, organization);
        }
        FileName file = FileName.of(name);
        Gate.admit(file);
        Purpose sent = Purpose.of(purpose);
        if (request.getHeaders().getContentLength() > uploads.limit(sent)) {
            throw new Problem(ProblemType.FILE_TOO_LARGE, "limit", uploads.limit(sent));
        }
        return uploads.receive(new Sender(caller.subject(), organization), file, sent, request.getBody())
                .map(received -> ResponseEntity.created(URI.create("/api/uploads/" + received.id().value()))
                        .body(views.view(received, locale)));
    }

    @GetMapping("/{upload}")
    Mono<Upload> get(@PathVariable String upload, Caller caller, Locale locale) {
        UploadId id = UploadId.of(upload);
        return uploads.facts(caller, id).map(facts -> views.view(new Uploads.Received(id, facts), locale));
    }

    /// @param breaks
    ///            with a form feed where a page begins
    @GetMapping(path = "/{upload}/text", produces = "text/plain;charset=UTF-8")
    Mono<String> text(@PathVariable String upload, @RequestParam(defaultValue = "false") boolean breaks, Caller caller) {
        return uploads.reading(caller, UploadId.of(upload))
                .map(reading -> breaks ? PageBreaks.show(reading.text(), reading.pageStarts()) : reading.text());
    }

    /// What the reader made of it.
    ///
    /// @param campaign
    ///            against whose template; absent: against none
    @GetMapping("/{upload}/structure")
    Mono<ReadStructure> structure(@PathVariable String upload, @RequestParam(required = false) @Nullable Code campaign,
            Caller caller, Locale locale) {
        Mono<ReadStructure> read = uploads.reading(caller, UploadId.of(upload)).map(Reading::structured);
        return campaign == null ? read : read.flatMap(structure -> against(structure, campaign, caller, locale));
    }

    private Mono<ReadStructure> against(ReadStructure structure, Code campaign, Caller caller, Locale locale) {
        return templates.find(caller, campaign).map(template -> checks.against(structure, template, locale))
                .defaultIfEmpty(structure);
    }

    @DeleteMapping("/{upload}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(@PathVariable String upload, Caller caller) {
        return uploads.facts(caller, UploadId.of(upload)).then(uploads.discard(caller, upload));
    }
}
