package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.filing.Reason;
import guidang.server.filing.ReasonForm;
import guidang.server.filing.ReceiptView;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.IdempotencyKey;
import guidang.server.rectification.ItemActs.Ask;
import guidang.server.rectification.ItemForms.CloseOutForm;
import guidang.server.rectification.ItemForms.CommentForm;
import guidang.server.rectification.ItemForms.EditForm;
import guidang.server.rectification.ItemForms.GrantForm;
import guidang.server.rectification.ItemForms.MoreTimeForm;
import guidang.server.rectification.ItemForms.ProgressForm;
import guidang.server.rectification.ItemForms.ReclassifyForm;
import guidang.server.rectification.ItemForms.ReopenForm;
import guidang.server.rectification.ItemForms.RequestForm;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What clerks and officers do with an item. Repeating with the same
/// `Idempotency-Key` is the same act.
@RestController
@RequestMapping("/api/rectifications/{organization}/{item}")
class ItemActController {
    private final ItemFlow flow;
    private final Progressing progressing;
    private final Items items;
    private final ItemViews views;
    private final Journal journal;
    private final InstantSource clock;

    ItemActController(ItemFlow flow, Progressing progressing, Items items, ItemViews views, Journal journal,
            InstantSource clock) {
        this.flow = flow;
        this.progressing = progressing;
        this.items = items;
        this.views = views;
        this.journal = journal;
        this.clock = clock;
    }

    /// The item as it stands now, and the proof of what was done.
    ///
    /// @param position
    ///            hand it to other requests to read what was just written
    record ItemDone(ItemView item, ReceiptView receipt, long position) {}

    /// Who asks, of which item.
    private record Target(Caller caller, Code organization, String item) {}

    /// Tells what was done, with evidence.
    @PostMapping("/progress")
    Mono<ResponseEntity<ItemDone>> progress(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ProgressForm> body) {
        return answer(new Target(caller, organization, item), "progress", key, body.map(ProgressForm::checked),
                done -> ask -> progressing.progress(ask, done));
    }

    /// Remarks something.
    @PostMapping("/comment")
    Mono<ResponseEntity<ItemDone>> comment(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<CommentForm> body) {
        return answer(new Target(caller, organization, item), "comment", key, body.map(CommentForm::checked),
                words -> ask -> flow.comment(ask, words));
    }

    /// Puts other words for what it is, in the place of those that were seen.
    @PostMapping("/edit")
    Mono<ResponseEntity<ItemDone>> edit(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<EditForm> body) {
        return answer(new Target(caller, organization, item), "edit", key, body,
                form -> ask -> flow.edit(ask, form.position(), form.checked()));
    }

    /// Sets its type and due day.
    @PostMapping("/reclassify")
    Mono<ResponseEntity<ItemDone>> reclassify(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReclassifyForm> body) {
        return answer(new Target(caller, organization, item), "reclassify", key, body,
                form -> ask -> flow.reclassify(ask, form.kind(), form.due(), Reason.of(form.reason())));
    }

    /// Asks for it to be closed (销号申请).
    @PostMapping("/close-out")
    Mono<ResponseEntity<ItemDone>> closeOut(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<CloseOutForm> body) {
        return answer(new Target(caller, organization, item), "close-out", key, body,
                form -> ask -> flow.requestCloseOut(ask, form.completed(), form.checked()));
    }

    /// Takes that request back.
    @PostMapping("/withdraw-close-out")
    Mono<ResponseEntity<ItemDone>> withdrawCloseOut(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<RequestForm> body) {
        return answer(new Target(caller, organization, item), "withdraw-close-out", key, body,
                form -> ask -> flow.withdrawCloseOut(ask, form.id(), form.optional()));
    }

    /// Closes it (销号).
    @PostMapping("/close")
    Mono<ResponseEntity<ItemDone>> close(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<RequestForm> body) {
        return answer(new Target(caller, organization, item), "close", key, body,
                form -> ask -> flow.close(ask, form.id(), form.optional()));
    }

    /// Refuses to close it, and says what is missing.
    @PostMapping("/return")
    Mono<ResponseEntity<ItemDone>> giveBack(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<RequestForm> body) {
        return answer(new Target(caller, organization, item), "return", key, body,
                form -> ask -> flow.giveBack(ask, form.id(), Reason.of(form.reason())));
    }

    /// Asks for another due day (延期申请).
    @PostMapping("/extension")
    Mono<ResponseEntity<ItemDone>> extension(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<MoreTimeForm> body) {
        return answer(new Target(caller, organization, item), "extension", key, body,
                form -> ask -> flow.requestExtension(ask, form.day(), Reason.of(form.reason())));
    }

    /// Grants it.
    @PostMapping("/grant-extension")
    Mono<ResponseEntity<ItemDone>> grant(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<GrantForm> body) {
        return answer(new Target(caller, organization, item), "grant-extension", key, body,
                form -> ask -> flow.grant(ask, form.decided().id(), form.due(), form.decided().optional()));
    }

    /// Refuses it.
    @PostMapping("/refuse-extension")
    Mono<ResponseEntity<ItemDone>> refuse(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<RequestForm> body) {
        return answer(new Target(caller, organization, item), "refuse-extension", key, body,
                form -> ask -> flow.refuse(ask, form.id(), Reason.of(form.reason())));
    }

    /// Tells that a follow-up review (回头看) found it mended.
    @PostMapping("/review")
    Mono<ResponseEntity<ItemDone>> review(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReasonForm> body) {
        return answer(new Target(caller, organization, item), "review", key, body.map(ReasonForm::checked),
                reason -> ask -> flow.review(ask, reason));
    }

    /// Tells that it found it not mended.
    @PostMapping("/reopen")
    Mono<ResponseEntity<ItemDone>> reopen(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReopenForm> body) {
        return answer(new Target(caller, organization, item), "reopen", key, body,
                form -> ask -> flow.reopen(ask, form.due(), Reason.of(form.reason())));
    }

    /// Takes an item out of the register that was entered by mistake.
    @PostMapping("/void")
    Mono<ResponseEntity<ItemDone>> remove(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ReasonForm> body) {
        return answer(new Target(caller, organization, item), "void", key, body.map(ReasonForm::checked),
                reason -> ask -> flow.remove(ask, reason));
    }

    /// The last byte of the body has been read when the time is taken.
    private <T> Mono<ResponseEntity<ItemDone>> answer(Target to, String verb, @Nullable String key, Mono<T> body,
            Function<T, Function<Ask, Mono<Committed>>> act) {
        return body.flatMap(form -> act.apply(form).apply(ask(to, verb, IdempotencyKey.of(key))))
                .flatMap(committed -> answer(to, committed))
                .map(done -> ResponseEntity.ok().header(ItemController.POSITION, Long.toString(done.position())).body(done));
    }

    private Ask ask(Target to, String verb, String key) {
        String route = "POST /api/rectifications/" + to.organization() + "/" + to.item() + "/" + verb;
        return new Ask(to.caller(), key, route, to.organization(), to.item(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Mono<ItemDone> answer(Target to, Committed committed) {
        return Mono.zip(
                items.readable(to.caller(), to.organization(), to.item()).flatMap(item -> views.view(to.caller(), item)),
                journal.receipt(committed.records().getFirst()).map(ReceiptView::of),
                (item, receipt) -> new ItemDone(item, receipt, committed.position()));
    }
}
