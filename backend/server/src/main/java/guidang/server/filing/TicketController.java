package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Originals, by tickets.
@RestController
class TicketController {
    private final Reports reports;
    private final Blobs blobs;
    private final Tickets tickets;
    private final ObjectProvider<Originals> rooms;

    TicketController(Reports reports, Blobs blobs, Tickets tickets, ObjectProvider<Originals> rooms) {
        this.reports = reports;
        this.blobs = blobs;
        this.tickets = tickets;
        this.rooms = rooms;
    }

    /// A link to one file, for whoever may read the report.
    @PostMapping("/api/reports/{id}/files/{n}/tickets")
    Mono<Ticket> ticket(@Parameter(hidden = true) Caller caller, @PathVariable String id, @PathVariable int n) {
        return reports.open(caller, id).filter(version -> n >= 0 && n < version.filed().files().size())
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)))
                .map(version -> tickets.issue(version.id().value(), n));
    }

    /// The file itself: inline, or with `?download` to be saved. No scripts in it
    /// run, whatever it is.
    @GetMapping("/api/files/{ticket}")
    @Parameter(name = "download", in = ParameterIn.QUERY, description = "to be saved", schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable String ticket, @Parameter(hidden = true) ServerHttpRequest request,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        boolean download = request.getQueryParams().containsKey("download");
        return Mono.fromSupplier(() -> tickets.open(ticket)).flatMap(this::original).map(file -> answer(file, download, range))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    private Mono<Originals.Original> original(TicketSeal.Claim claim) {
        return Flux.fromStream(rooms.orderedStream()).concatMap(room -> room.find(claim.owner(), claim.file())).next();
    }

    private ResponseEntity<Flux<DataBuffer>> answer(Originals.Original file, boolean download, @Nullable String range) {
        HttpHeaders headers = headers(file, download);
        return ByteRange.of(range, file.blob().size()).map(part -> part(file, headers, part))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.blob().size()).build());
    }

    private ResponseEntity<Flux<DataBuffer>> part(Originals.Original file, HttpHeaders headers, ByteRange part) {
        if (part.partial()) {
            headers.set(HttpHeaders.CONTENT_RANGE, part.contentRange(file.blob().size()));
        }
        headers.setContentLength(part.length());
        Flux<DataBuffer> bytes = blobs.read(file.operation(), file.blob(), part.offset(), part.length())
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
        return ResponseEntity.status(part.partial() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK).headers(headers).body(bytes);
    }

    private static HttpHeaders headers(Originals.Original file, boolean download) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(file.mediaType()));
        headers.setContentDisposition((download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(file.name(), StandardCharsets.UTF_8).build());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setETag('"' + file.blob().sha256() + '"');
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        return headers;
    }
}
