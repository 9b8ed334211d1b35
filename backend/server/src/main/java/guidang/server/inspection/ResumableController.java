package guidang.server.inspection;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Large files, in as many requests as it takes: tus 1.0.0, and one request
/// more that makes an upload of what arrived.
@RestController
@RequestMapping("/api/uploads/resumable")
class ResumableController {
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private final Resumables resumables;
    private final UploadViews views;
    private final Scopes scopes;

    ResumableController(Resumables resumables, UploadViews views, Scopes scopes) {
        this.resumables = resumables;
        this.views = views;
        this.scopes = scopes;
    }

    /// What is spoken here.
    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent().header(Tus.RESUMABLE, Tus.VERSION).header(Tus.VERSIONS, Tus.VERSION)
                .header(Tus.EXTENSIONS, Tus.SUPPORTED).header(Tus.MAX_SIZE, Long.toString(resumables.longest())).build();
    }

    /// Begins an upload; a body is its first part.
    ///
    /// @param metadata
    ///            `name`, `organization`, `purpose`, as of an upload that comes
    ///            at once
    @PostMapping
    Mono<ResponseEntity<Void>> create(@RequestHeader(name = Tus.METADATA, required = false) @Nullable String metadata,
            Caller caller, ServerWebExchange exchange) {
        HttpHeaders headers = spoken(exchange);
        long size = Tus.bytes(headers, Tus.LENGTH);
        Map<String, String> told = Tus.metadata(metadata);
        Sender sender = new Sender(caller.subject(), organization(caller, told.get("organization")));
        FileName name = FileName.of(told.getOrDefault("name", told.getOrDefault("filename", "")));
        Gate.admit(name);
        return resumables.create(sender, name, size, Purpose.of(told.get("purpose")))
                .flatMap(begun -> first(caller, begun, exchange.getRequest()))
                .map(begun -> answer(HttpStatus.CREATED, begun)
                        .location(URI.create("/api/uploads/resumable/" + begun.id().value())).build());
    }

    private @Nullable Code organization(Caller caller, @Nullable String code) {
        if (code == null) {
            return null;
        }
        Code organization = Code.of(code);
        scopes.require(caller, Role.CLERK, organization);
        return organization;
    }

    private Mono<Resumables.Progress> first(Caller caller, Resumables.Progress begun, ServerHttpRequest request) {
        return Tus.isBody(request.getHeaders())
                ? resumables.receive(caller, begun.id(), 0, request.getHeaders().getContentLength(), request.getBody())
                : Mono.just(begun);
    }

    /// How far it has come.
    @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
    Mono<ResponseEntity<Void>> head(@PathVariable String upload, Caller caller, ServerWebExchange exchange) {
        spoken(exchange);
        return resumables.progress(caller, UploadId.of(upload)).map(there -> answer(HttpStatus.OK, there)
                .header(Tus.LENGTH, Long.toString(there.creation().size()))
                .header(Tus.METADATA, Tus.metadata(there.creation())).cacheControl(CacheControl.noStore()).build());
    }

    /// The bytes from the offset on. What arrived stays, whatever becomes of
    /// the request.
    @PatchMapping("/{upload}")
    @Operation(requestBody = @RequestBody(required = true, content = @Content(mediaType = Tus.BODY, schema = @Schema(type = "string", format = "binary"))))
    Mono<ResponseEntity<Void>> patch(@PathVariable String upload, Caller caller, ServerWebExchange exchange) {
        HttpHeaders headers = spoken(exchange);
        if (!Tus.isBody(headers)) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        long offset = Tus.bytes(headers, Tus.OFFSET);
        return resumables
                .receive(caller, UploadId.of(upload), offset, headers.getContentLength(), exchange.getRequest().getBody())
                .map(there -> answer(HttpStatus.NO_CONTENT, there).build());
    }

    /// For what stands between and lets no PATCH through.
    @PostMapping(path = "/{upload}", headers = OVERRIDE + "=PATCH")
    @Operation(hidden = true)
    Mono<ResponseEntity<Void>> postedPatch(@PathVariable String upload, Caller caller, ServerWebExchange exchange) {
        return patch(upload, caller, exchange);
    }

    /// Gives it up.
    @DeleteMapping("/{upload}")
    Mono<ResponseEntity<Void>> delete(@PathVariable String upload, Caller caller, ServerWebExchange exchange) {
        spoken(exchange);
        return resumables.delete(caller, UploadId.of(upload)).thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping(path = "/{upload}", headers = OVERRIDE + "=DELETE")
    @Operation(hidden = true)
    Mono<ResponseEntity<Void>> postedDelete(@PathVariable String upload, Caller caller, ServerWebExchange exchange) {
        return delete(upload, caller, exchange);
    }

    /// Makes an upload of what arrived, with the id that it has. Repeatable.
    @PostMapping("/{upload}/finish")
    Mono<ResponseEntity<Upload>> finish(@PathVariable String upload, Caller caller, Locale locale) {
        return resumables.finish(caller, UploadId.of(upload))
                .map(received -> ResponseEntity.created(URI.create("/api/uploads/" + received.id().value()))
                        .body(views.view(received, locale)));
    }

    /// The request's headers, where it speaks our version. Answers, refusals too,
    /// say which that is.
    private static HttpHeaders spoken(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(Tus.RESUMABLE, Tus.VERSION);
        exchange.getResponse().getHeaders().set(Tus.VERSIONS, Tus.VERSION);
        Tus.require(exchange.getRequest().getHeaders());
        return exchange.getRequest().getHeaders();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, Resumables.Progress there) {
        return ResponseEntity.status(status).header(Tus.OFFSET, Long.toString(there.offset())).header(Tus.EXPIRES,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(there.expiresAt().atOffset(ZoneOffset.UTC)));
    }
}
