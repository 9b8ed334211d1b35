package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.filing.ReceiptView;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.IdempotencyKey;
import guidang.server.rectification.Decisions.DecisionsForm;
import guidang.server.rectification.Decisions.DecisionsView;
import guidang.server.rectification.ItemForms.EntriesForm;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The register: what of a report may be entered, entering it, and reading
/// single items.
@RestController
class ItemController {
    static final String POSITION = "Guidang-Position";

    private final SuggestedItems suggestions;
    private final Entering entering;
    private final Decisions decisions;
    private final Items items;
    private final ItemViews views;
    private final Journal journal;
    private final InstantSource clock;

    ItemController(SuggestedItems suggestions, Entering entering, Decisions decisions, Items items, ItemViews views,
            Journal journal, InstantSource clock) {
        this.suggestions = suggestions;
        this.entering = entering;
        this.decisions = decisions;
        this.items = items;
        this.views = views;
        this.journal = journal;
        this.clock = clock;
    }

    /// What was entered.
    ///
    /// @param position
    ///            hand it to other requests to read what was just written
    record EnteredItems(List<ItemView> items, long position) {}

    /// The report's problems as items, and which of them are in the register.
    @GetMapping("/api/reports/{id}/rectifications")
    Mono<ReportItems> suggested(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return suggestions.of(caller, id);
    }

    /// Enters items, all or none. Repeating with the same `Idempotency-Key` gives
    /// the same items.
    @PostMapping("/api/rectifications")
    Mono<ResponseEntity<EnteredItems>> enter(@Parameter(hidden = true) Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<EntriesForm> body) {
        return body.map(EntriesForm::checked)
                .flatMap(wish -> entering.enter(caller, IdempotencyKey.of(key), wish, now())
                        .flatMap(done -> entered(caller, wish.organization(), done)))
                .map(done -> ResponseEntity.status(HttpStatus.CREATED).header(POSITION, Long.toString(done.position()))
                        .body(done));
    }

    private Mono<EnteredItems> entered(Caller caller, Code organization, Committed done) {
        return Flux.fromIterable(EnteringDecision.entered(done.records()))
                .flatMapSequential(id -> items.find(organization, id).flatMap(item -> views.view(caller, item)), 8).collectList()
                .map(all -> new EnteredItems(all, done.position()));
    }

    /// Closes or returns what several items' close-outs ask for, each by itself.
    @PostMapping("/api/rectifications/decisions")
    Mono<ResponseEntity<DecisionsView>> decide(@Parameter(hidden = true) Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<DecisionsForm> body, Locale locale) {
        return body.flatMap(form -> decisions.decide(caller, IdempotencyKey.of(key), form, now(), locale)).map(
                done -> ResponseEntity.ok().header(POSITION, Long.toString(done.position())).body(done));
    }

    /// One item, as it stands now.
    @GetMapping("/api/rectifications/{organization}/{item}")
    Mono<ItemView> item(@Parameter(hidden = true) Caller caller, @PathVariable Code organization, @PathVariable String item) {
        return items.readable(caller, organization, item).flatMap(found -> views.view(caller, found));
    }

    /// The proof that a step is in the log.
    @GetMapping("/api/rectifications/{organization}/{item}/steps/{position}/receipt")
    Mono<ResponseEntity<ReceiptView>> receipt(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @PathVariable int position) {
        return items.readable(caller, organization, item).map(found -> found.step(position))
                .flatMap(step -> journal.receipt(step.record())).map(ReceiptView::of)
                .map(receipt -> ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"receipt-" + item + "-" + position + ".json\"").body(receipt));
    }

    /// Called when the last byte of the body has been read.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
