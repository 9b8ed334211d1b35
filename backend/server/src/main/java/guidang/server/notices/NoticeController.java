package guidang.server.notices;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reminders: made by officers and administrators, seen by the clerks.
@RestController
class NoticeController {
    private final Reminding reminding;
    private final NoticeReading reading;
    private final NoticeBook book;
    private final ReminderScope scope;
    private final Scopes scopes;
    private final InstantSource clock;

    NoticeController(Reminding reminding, NoticeReading reading, NoticeBook book, ReminderScope scope, Scopes scopes,
            InstantSource clock) {
        this.reminding = reminding;
        this.reading = reading;
        this.book = book;
        this.scope = scope;
        this.scopes = scopes;
        this.clock = clock;
    }

    /// Reminds organisations below the caller's of what they owe.
    @PostMapping("/api/reminders")
    Mono<Reminders> remind(@Parameter(hidden = true) Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReminderForm> body) {
        return body.flatMap(form -> reminding.remind(caller, IdempotencyKey.of(key), form.checked(), now()));
    }

    /// What the organisation was reminded of: at most 200, the newest first.
    @GetMapping("/api/notices")
    Mono<Notices> notices(@Parameter(hidden = true) Caller caller, @RequestParam Code organization) {
        scope.requireReader(caller, organization);
        return reading.of(organization, scope.items(caller, organization));
    }

    /// Puts a reminder away, for all clerks of the organisation; by one of them or
    /// of those above. That close-outs wait is put away by its officers.
    @DeleteMapping("/api/notices/{organization}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> dismiss(@Parameter(hidden = true) Caller caller, @PathVariable Code organization, @PathVariable String id) {
        String path = scopes.known(caller, organization);
        return Mono.just(id).filter(NoticeBook::isName).flatMap(name -> book.find(organization, name))
                .doOnNext(notice -> scopes.require(caller, dismisses(notice), path))
                .flatMap(_ -> book.dismiss(organization, id))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND))).then();
    }

    private static Role dismisses(Notice notice) {
        ItemsTold told = notice.told();
        return told != null && told.kind() == ItemsTold.Kind.CLOSE_OUTS ? Role.OFFICER : Role.CLERK;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
