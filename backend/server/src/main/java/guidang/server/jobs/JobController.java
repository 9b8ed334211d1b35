package guidang.server.jobs;

import guidang.server.access.Caller;
import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobView.JobPage;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.ObjectStore;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Long work, as those see it who may.
@RestController
class JobController {
    private final JobReading reading;
    private final JobViews views;
    private final JobExpiry expiry;
    private final ObjectStore work;

    JobController(JobReading reading, JobViews views, JobExpiry expiry, @Qualifier("work") ObjectStore work) {
        this.reading = reading;
        this.views = views;
        this.expiry = expiry;
        this.work = work;
    }

    /// The newest first, 50 at most.
    ///
    /// @param state
    ///            `running` (what waits too) or `ended`; absent: all
    /// @param after
    ///            `next` of the page before
    @GetMapping("/api/jobs")
    Mono<JobPage> jobs(Caller caller,
            @Parameter(schema = @Schema(allowableValues = {"running",
                    "ended"})) @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after, Locale locale) {
        if (after != null && !JobIds.isOne(after)) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("after"));
        }
        return reading.page(caller, wanted(state), after, locale);
    }

    private static Predicate<JobState> wanted(@Nullable String state) {
        return switch (state) {
            case null -> _ -> true;
            case "running" -> Predicate.not(JobState::ended);
            case "ended" -> JobState::ended;
            default -> throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("state"));
        };
    }

    @GetMapping("/api/jobs/{id}")
    Mono<JobView> job(Caller caller, @PathVariable String id, Locale locale) {
        return reading.seen(caller, id).flatMap(found -> views.of(caller, found, locale));
    }

    /// Says stop. It stops between two of its steps, and what it did by then stays.
    @PostMapping("/api/jobs/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<JobView> cancel(Caller caller, @PathVariable String id, Locale locale) {
        return reading.cancel(caller, id).flatMap(found -> views.of(caller, found, locale));
    }

    /// The file that came of it. 410 where it has expired.
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/jobs/{id}/result")
    Mono<ResponseEntity<Flux<DataBuffer>>> result(Caller caller, @PathVariable String id) {
        return reading.seen(caller, id).flatMap(this::file);
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> file(Recorded found) {
        Optional<JobResult> result = Optional.ofNullable(found.document().end()).map(JobDocument.End::result);
        String key = result.map(JobResult::key).orElse(null);
        if (key == null) {
            return Mono.error(new Problem(ProblemType.NOT_FOUND));
        }
        Mono<Long> size = expiry.resultIsGone(found.document()) ? Mono.empty() : work.size(key);
        return size.switchIfEmpty(Mono.error(() -> new Problem(ProblemType.JOB_RESULT_EXPIRED)))
                .map(length -> ResponseEntity.ok().headers(headers(found.id(), result.orElseThrow(), length))
                        .body(work.read(key, 0, length).map(DefaultDataBufferFactory.sharedInstance::wrap)));
    }

    private static HttpHeaders headers(String id, JobResult result, long length) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(result.mediaType() == null
                ? MediaType.APPLICATION_OCTET_STREAM
                : MediaType.parseMediaType(result.mediaType()));
        headers.setContentLength(length);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(JobViews.name(id, result), StandardCharsets.UTF_8).build());
        headers.setCacheControl("no-store");
        return headers;
    }
}
