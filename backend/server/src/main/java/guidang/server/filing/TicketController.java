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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
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
    private final ReportBlobs words;
    private final Blobs blobs;
    private final TicketSeal seal;
    private final FilingSettings settings;
    private final InstantSource clock;

    TicketController(Reports reports, ReportBlobs words, Blobs blobs, TicketSeal seal, FilingSettings settings,
            InstantSource clock) {
        this.reports = reports;
        this.words = words;
        this.blobs = blobs;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    /// A link to one file, for whoever may read the report.
    @PostMapping("/api/reports/{id}/files/{n}/tickets")
    Mono<Ticket> ticket(@Parameter(hidden = true) Caller caller, @PathVariable String id, @PathVariable int n) {
        return reports.open(caller, id).filter(version -> n >= 0 && n < version.filed().files().size())
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND))).map(version -> ticket(version, n));
    }

    private Ticket ticket(Version version, int n) {
        Instant end = clock.instant().plus(settings.ticketValidity()).truncatedTo(ChronoUnit.SECONDS);
        return new Ticket("/api/files/" + seal.seal(new TicketSeal.Claim(version.id(), n, end)), end);
    }

    /// The file itself: inline, or with `?download` to be saved. No scripts in it
    /// run, whatever it is.
    @GetMapping("/api/files/{ticket}")
    @Parameter(name = "download", in = ParameterIn.QUERY, description = "to be saved", schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable String ticket, @Parameter(hidden = true) ServerHttpRequest request,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        return Mono.fromSupplier(() -> valid(ticket))
                .flatMap(claim -> reports.open(claim.report().value()).map(Version::filed)
                        .flatMap(filed -> words.details(filed)
                                .map(details -> answer(filed, details, claim.file(),
                                        request.getQueryParams().containsKey("download"), range))))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    private TicketSeal.Claim valid(String ticket) {
        return seal.open(ticket).filter(claim -> clock.instant().isBefore(claim.expiresAt()))
                .orElseThrow(() -> new Problem(ProblemType.TICKET_EXPIRED));
    }

    private ResponseEntity<Flux<DataBuffer>> answer(ReportRecord.Filed filed, ReportDetails details, int n, boolean download,
            @Nullable String range) {
        ReportRecord.FiledFile file = filed.files().get(n);
        HttpHeaders headers = headers(file, details.fileNames().get(n), download);
        return ByteRange.of(range, file.size()).map(part -> part(filed, file, headers, part))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size()).build());
    }

    private ResponseEntity<Flux<DataBuffer>> part(ReportRecord.Filed filed, ReportRecord.FiledFile file, HttpHeaders headers,
            ByteRange part) {
        if (part.partial()) {
            headers.set(HttpHeaders.CONTENT_RANGE, part.contentRange(file.size()));
        }
        headers.setContentLength(part.length());
        Flux<DataBuffer> bytes = blobs.read(filed.blobs(), file.blob(), part.offset(), part.length())
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
        return ResponseEntity.status(part.partial() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK).headers(headers).body(bytes);
    }

    private static HttpHeaders headers(ReportRecord.FiledFile file, String name, boolean download) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(file.mediaType()));
        headers.setContentDisposition((download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(name, StandardCharsets.UTF_8).build());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setETag('"' + file.sha256() + '"');
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        return headers;
    }
}
