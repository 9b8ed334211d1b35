package guidang.server.spill;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.filing.Answers;
import guidang.server.filing.Fields;
import guidang.server.filing.FiledReport;
import guidang.server.filing.Reason;
import guidang.server.filing.ReasonForm;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Reports;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reports that should never have come in.
@RestController
@RequestMapping("/api/reports/{id}")
class SpillController {
    private final SpillFlow flow;
    private final Reports reports;
    private final Sealings sealings;
    private final InstantSource clock;

    SpillController(SpillFlow flow, Reports reports, Sealings sealings, InstantSource clock) {
        this.flow = flow;
        this.reports = reports;
        this.sealings = sealings;
        this.clock = clock;
    }

    /// Hides a version from everyone at once.
    @PostMapping("/seal")
    Mono<ResponseEntity<FiledReport>> seal(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<SealForm> body) {
        return body
                .flatMap(form -> flow.seal(caller, IdempotencyKey.of(key), id, ground(form), Reason.of(form.reason()), now()))
                .map(Answers::ok);
    }

    /// Shows a version again that was sealed by mistake; by a second person.
    @PostMapping("/release")
    Mono<ResponseEntity<FiledReport>> release(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReasonForm> body) {
        return body.flatMap(form -> flow.release(caller, IdempotencyKey.of(key), id, form.checked(), now()))
                .map(Answers::ok);
    }

    /// Removes the bytes and words of a sealed version for good; by a
    /// second person.
    @PostMapping("/destroy")
    Mono<ResponseEntity<FiledReport>> destroy(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReasonForm> body) {
        return body.flatMap(form -> flow.destroy(caller, IdempotencyKey.of(key), id, form.checked(), now()))
                .map(Answers::ok);
    }

    /// How it stands with a sealed or destroyed version; 404 for any other.
    @GetMapping("/sealing")
    Mono<Sealing> sealing(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return reports.readable(caller, id).flatMap(version -> sealings.of(caller, version))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    private static ReportRecord.Ground ground(SealForm form) {
        if (form.ground() == null) {
            throw Fields.invalid("ground", "classified, personal");
        }
        return form.ground();
    }

    /// Called when the last byte of the body has been read.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
