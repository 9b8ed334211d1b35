package guidang.server.filing;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.corrections.Correction;
import guidang.server.access.Caller;
import guidang.server.inspection.ReadStructure;
import guidang.server.journal.Journal;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Filing, withdrawing, and reading what was filed.
@RestController
@RequestMapping("/api/reports")
class ReportController {
    private final FilingFlow filing;
    private final Withdrawals withdrawals;
    private final Reports reports;
    private final ReportViews views;
    private final Journal journal;
    private final InstantSource clock;

    ReportController(FilingFlow filing, Withdrawals withdrawals, Reports reports, ReportViews views, Journal journal,
            InstantSource clock) {
        this.filing = filing;
        this.withdrawals = withdrawals;
        this.reports = reports;
        this.views = views;
        this.journal = journal;
        this.clock = clock;
    }

    /// Files a report. Repeating with the same `Idempotency-Key` gives the same
    /// report and the same receipt.
    @PostMapping
    Mono<ResponseEntity<FiledReport>> file(@Parameter(hidden = true) Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key, @RequestBody Mono<Filing> body) {
        return body.flatMap(filing -> file(caller, key, filing, now())).map(ReportController::created);
    }

    private Mono<FiledReport> file(Caller caller, @Nullable String key, Filing body, Instant receivedAt) {
        FilingForm form = FilingForm.of(body);
        SuggestedFiling suggested = body.suggested();
        List<Correction> corrections = suggested == null ? List.of() : suggested.against(form);
        return filing.file(caller, IdempotencyKey.of(key), form, new Beside(corrections, body.draft()), receivedAt);
    }

    private static ResponseEntity<FiledReport> created(FiledReport filed) {
        return Answers.at(filed, HttpStatus.CREATED).location(URI.create("/api/reports/" + filed.report().id())).body(filed);
    }

    /// Makes a version void, with a reason, before it is accepted.
    @PostMapping("/{id}/withdraw")
    Mono<ResponseEntity<FiledReport>> withdraw(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReasonForm> body) {
        return body.flatMap(form -> withdrawals.withdraw(caller, IdempotencyKey.of(key), id, form.checked(), now()))
                .map(Answers::ok);
    }

    /// Puts a version into the slot that was meant, with a reason, before it is
    /// accepted; the answer is the version that it is there. It keeps the time at
    /// which it was received.
    @PostMapping("/{id}/move")
    Mono<ResponseEntity<FiledReport>> move(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<MoveForm> body) {
        return body.map(MoveForm::checked)
                .flatMap(move -> withdrawals.move(caller, IdempotencyKey.of(key), id, move, now()))
                .map(ReportController::created);
    }

    /// One version, as it stands now.
    @GetMapping("/{id}")
    Mono<Report> report(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return reports.readable(caller, id).flatMap(views::report);
    }

    /// What was read of its main file.
    ///
    /// @param breaks
    ///            with a form feed where a page begins
    @GetMapping(path = "/{id}/text", produces = "text/plain;charset=UTF-8")
    Mono<String> text(@Parameter(hidden = true) Caller caller, @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean breaks) {
        return reports.open(caller, id).flatMap(version -> views.text(version, breaks));
    }

    /// What the reader made of that text, beside the campaign's template of now.
    @GetMapping("/{id}/structure")
    Mono<ReadStructure> structure(@Parameter(hidden = true) Caller caller, @PathVariable String id, Locale locale) {
        return reports.open(caller, id).flatMap(version -> views.structure(version, locale));
    }

    /// The proof that it is in the log, to be kept by whoever filed.
    @GetMapping("/{id}/receipt")
    Mono<ResponseEntity<ReceiptView>> receipt(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return reports.readable(caller, id).flatMap(version -> journal.receipt(version.record())).map(ReceiptView::of)
                .map(receipt -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"receipt-" + id + ".json\"").body(receipt));
    }

    /// All that happened in its slot.
    @GetMapping("/{id}/history")
    Mono<History> history(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return reports.slot(caller, id).flatMap(views::history);
    }

    /// Called when the last byte of the body has been read.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
