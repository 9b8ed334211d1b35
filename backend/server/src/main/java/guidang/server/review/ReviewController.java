package guidang.server.review;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.filing.Answers;
import guidang.server.filing.FiledReport;
import guidang.server.filing.Reason;
import guidang.server.filing.ReasonForm;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/// What officers do with a report, and what they look at to decide it.
@RestController
@RequestMapping("/api/reports/{id}")
class ReviewController {
    private final ReviewFlow flow;
    private final ReviewReading reading;
    private final Comparing comparing;
    private final InstantSource clock;

    ReviewController(ReviewFlow flow, ReviewReading reading, Comparing comparing, InstantSource clock) {
        this.flow = flow;
        this.reading = reading;
        this.comparing = comparing;
        this.clock = clock;
    }

    /// Why a version is to be mended, and where.
    ///
    /// @param reason
    ///            1–1,000 characters; it stays on record
    /// @param marks
    ///            at most 50 passages of its text
    record ReturnForm(@Nullable String reason, @Nullable List<Reason.@Nullable Mark> marks) {}

    /// Words that go with an acceptance.
    ///
    /// @param reason
    ///            at most 1,000 characters; absent: none
    record AcceptForm(@Nullable String reason) {}

    /// Sends a version back to be mended; it still counts as delivered.
    @PostMapping("/return")
    Mono<ResponseEntity<FiledReport>> giveBack(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReturnForm> body) {
        return body.flatMap(form -> flow.giveBack(caller, IdempotencyKey.of(key), id,
                Reason.of(form.reason(), form.marks()), now())).map(Answers::ok);
    }

    /// Accepts a version, for the level whose turn it is.
    @PostMapping("/accept")
    Mono<ResponseEntity<FiledReport>> accept(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<AcceptForm> body) {
        return body.flatMap(form -> flow.accept(caller, IdempotencyKey.of(key), id, words(form), now()))
                .map(Answers::ok);
    }

    /// Lets an accepted version be replaced after all.
    @PostMapping("/reopen")
    Mono<ResponseEntity<FiledReport>> reopen(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReasonForm> body) {
        return body.flatMap(form -> flow.reopen(caller, IdempotencyKey.of(key), id, form.checked(), now()))
                .map(Answers::ok);
    }

    /// Who accepts it, how far that has come, and what the caller may do.
    @GetMapping("/review")
    Mono<ReviewView> review(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return reading.of(caller, id);
    }

    /// Its text beside that of the version before it: the one that it replaced, or
    /// else the one numbered before.
    @GetMapping("/comparison")
    Mono<VersionComparison> comparison(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return comparing.withTheOneBefore(caller, id);
    }

    private static @Nullable Reason words(AcceptForm form) {
        return form.reason() == null || form.reason().isBlank() ? null : Reason.of(form.reason());
    }

    /// Called when the last byte of the body has been read.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
