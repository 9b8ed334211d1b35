package guidang.server.rectification;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.access.Caller;
import guidang.server.filing.Fields;
import guidang.server.filing.Reason;
import guidang.server.journal.Committed;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.rectification.ItemActs.Ask;
import guidang.server.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One decision about the close-outs of several items. Each is a command of its
/// own: what is refused of one holds up no other, and a repeated request does
/// what is left.
@Component
class Decisions {
    private static final String ROUTE = "POST /api/rectifications/decisions";
    private static final int LIMIT = 100;
    private static final int AT_ONCE = 16;

    private final ItemFlow flow;
    private final Items items;
    private final Texts texts;

    Decisions(ItemFlow flow, Items items, Texts texts) {
        this.flow = flow;
        this.items = items;
        this.texts = texts;
    }

    /// What is decided.
    enum Decision {
        @JsonProperty("close")
        CLOSE,
        @JsonProperty("return")
        RETURN
    }

    /// Of which item, and which request.
    record DecidedForm(@Nullable String organization, @Nullable String item, @Nullable String request) {
        private Decided checked() {
            return new Decided(Code.of(Fields.present("organization", organization)), Fields.present("item", item),
                    Fields.operation("request", Fields.present("request", request)));
        }
    }

    /// @param reason
    ///            at most 1,000 characters; not absent where they are returned
    /// @param items
    ///            1–100
    record DecisionsForm(@Nullable Decision decision, @Nullable String reason,
            @Nullable List<@Nullable DecidedForm> items) {
        private Checked checked() {
            Decision what = ItemForms.present("decision", decision);
            boolean none = reason == null || reason.isBlank();
            return new Checked(what, what == Decision.CLOSE && none ? null : Reason.of(reason),
                    ItemForms.some("items", items, LIMIT).stream().map(DecidedForm::checked).toList());
        }
    }

    private record Decided(Code organization, String item, OperationId request) {}

    private record Checked(Decision decision, @Nullable Reason reason, List<Decided> items) {}

    /// What came of all of them.
    ///
    /// @param position
    ///            a replica that has reached it shows this
    record DecisionsView(List<DecisionResult> results, long position) {}

    /// What came of one: its state now, or why not.
    record DecisionResult(Code organization, String item, @Nullable ItemState state, @Nullable DecisionProblem problem) {}

    record DecisionProblem(String type, String title, String detail) {}

    private record Outcome(DecisionResult result, long position) {}

    Mono<DecisionsView> decide(Caller caller, String key, DecisionsForm form, Instant now, Locale locale) {
        return Mono.fromSupplier(form::checked)
                .flatMapMany(checked -> Flux.fromIterable(checked.items())
                        .flatMapSequential(one -> decide(caller, key, checked, one, now, locale), AT_ONCE))
                .collectList().map(Decisions::view);
    }

    private Mono<Outcome> decide(Caller caller, String key, Checked checked, Decided one, Instant now, Locale locale) {
        Ask ask = new Ask(caller, key, ROUTE + "/" + one.organization() + "/" + one.item(), one.organization(), one.item(), now);
        return commit(ask, checked, one).flatMap(committed -> items.readable(caller, one.organization(), one.item())
                .map(item -> new Outcome(new DecisionResult(one.organization(), one.item(), item.state(), null),
                        committed.position())))
                .onErrorResume(Problem.class, refused -> Mono
                        .just(new Outcome(new DecisionResult(one.organization(), one.item(), null, told(refused, locale)), 0)));
    }

    private Mono<Committed> commit(Ask ask, Checked checked, Decided one) {
        Reason reason = checked.reason();
        return checked.decision() == Decision.CLOSE || reason == null
                ? flow.close(ask, one.request(), reason)
                : flow.giveBack(ask, one.request(), reason);
    }

    private DecisionProblem told(Problem problem, Locale locale) {
        String key = "problem." + problem.type().slug() + ".";
        return new DecisionProblem(problem.type().slug(), texts.text(key + "title", problem.arguments(), locale),
                texts.text(key + "detail", problem.arguments(), locale));
    }

    private static DecisionsView view(List<Outcome> outcomes) {
        return new DecisionsView(outcomes.stream().map(Outcome::result).toList(),
                outcomes.stream().mapToLong(Outcome::position).max().orElse(0));
    }
}
