package guidang.server.rectification;

import guidang.server.filing.Reason;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.rectification.Item.Step;
import guidang.server.rectification.ItemView.By;
import guidang.server.rectification.ItemView.EvidenceView;
import guidang.server.rectification.ItemView.ItemWordsView;
import guidang.server.rectification.ItemView.StepView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts together what readers see of an item's steps.
@Component
class StepViews {
    private static final int AT_ONCE = 8;

    private final Items items;

    StepViews(Items items) {
        this.items = items;
    }

    /// What a step says; at most one of the three is there.
    record Said(@Nullable ItemWords item, @Nullable ProgressWords progress, @Nullable String reason) {
        static final Said NOTHING = new Said(null, null, null);
    }

    /// What all steps say, in their order.
    ///
    /// @param closed
    ///            whether nobody reads what the item is
    Mono<List<Said>> said(Item item, boolean closed) {
        return Flux.fromIterable(item.steps()).flatMapSequential(step -> said(step, closed).defaultIfEmpty(Said.NOTHING), AT_ONCE)
                .collectList();
    }

    private Mono<Said> said(Step step, boolean closed) {
        return switch (step.fact()) {
            case ItemRecord.Opened _,ItemRecord.Edited _ ->
                closed ? Mono.empty() : items.wordsOf(step).map(words -> new Said(words, null, null));
            case ItemRecord.Progressed _ -> items.progress(step).map(words -> new Said(null, words, null));
            default -> items.reason(step).map(Reason::reason).map(reason -> new Said(null, null, reason));
        };
    }

    static StepView view(Step step, Said said, Map<Code, String> names) {
        ItemRecord fact = step.fact();
        Code at = at(fact).orElse(null);
        ProgressWords progress = said.progress();
        return new StepView(step.record().position(), step.record().type(), fact.receivedAt(), step.record().committedAt(),
                at == null ? By.CLERK : By.OFFICER, at, at == null ? null : names.getOrDefault(at, at.value()), onBehalf(fact),
                step.state(), progress == null ? said.reason() : progress.words(),
                said.item() == null ? null : ItemWordsView.of(said.item()),
                fact instanceof ItemRecord.Progressed done ? done.on() : null,
                fact instanceof ItemRecord.CloseOutRequested asked ? asked.completed() : null, due(fact),
                fact instanceof ItemRecord.Closed closed ? closed.dated() : null, type(fact), request(fact),
                evidence(fact, progress));
    }

    /// The officer's organisation; empty of a clerk.
    static Optional<Code> at(ItemRecord fact) {
        return Optional.ofNullable(switch (fact) {
            case ItemRecord.Opened by -> by.at();
            case ItemRecord.Commented by -> by.at();
            case ItemRecord.Reclassified by -> by.at();
            case ItemRecord.Closed by -> by.at();
            case ItemRecord.Returned by -> by.at();
            case ItemRecord.ExtensionGranted by -> by.at();
            case ItemRecord.ExtensionRefused by -> by.at();
            case ItemRecord.Reviewed by -> by.at();
            case ItemRecord.Reopened by -> by.at();
            case ItemRecord.Voided by -> by.at();
            case ItemRecord.Edited _,ItemRecord.Progressed _,ItemRecord.CloseOutRequested _,ItemRecord.CloseOutWithdrawn _,ItemRecord.ExtensionRequested _ ->
                null;
        });
    }

    private static @Nullable Boolean onBehalf(ItemRecord fact) {
        boolean behalf = switch (fact) {
            case ItemRecord.Opened by -> by.onBehalf();
            case ItemRecord.Edited by -> by.onBehalf();
            case ItemRecord.Progressed by -> by.onBehalf();
            case ItemRecord.CloseOutRequested by -> by.onBehalf();
            case ItemRecord.ExtensionRequested by -> by.onBehalf();
            default -> false;
        };
        return behalf ? true : null;
    }

    private static @Nullable LocalDate due(ItemRecord fact) {
        return switch (fact) {
            case ItemRecord.Opened by -> by.due();
            case ItemRecord.Reclassified by -> by.due();
            case ItemRecord.ExtensionRequested by -> by.due();
            case ItemRecord.ExtensionGranted by -> by.due();
            case ItemRecord.Reopened by -> by.due();
            default -> null;
        };
    }

    private static @Nullable ItemType type(ItemRecord fact) {
        return switch (fact) {
            case ItemRecord.Opened by -> by.type();
            case ItemRecord.Reclassified by -> by.type();
            default -> null;
        };
    }

    private static @Nullable String request(ItemRecord fact) {
        OperationId request = switch (fact) {
            case ItemRecord.CloseOutRequested by -> by.request();
            case ItemRecord.CloseOutWithdrawn by -> by.request();
            case ItemRecord.Closed by -> by.request();
            case ItemRecord.Returned by -> by.request();
            case ItemRecord.ExtensionRequested by -> by.request();
            case ItemRecord.ExtensionGranted by -> by.request();
            case ItemRecord.ExtensionRefused by -> by.request();
            default -> null;
        };
        return request == null ? null : request.value();
    }

    private static @Nullable List<EvidenceView> evidence(ItemRecord fact, @Nullable ProgressWords said) {
        if (!(fact instanceof ItemRecord.Progressed done) || done.evidence().isEmpty()) {
            return null;
        }
        List<String> names = said == null ? List.of() : said.fileNames();
        return IntStream.range(0, done.evidence().size()).mapToObj(n -> {
            ItemRecord.Evidence file = done.evidence().get(n);
            return new EvidenceView(n, n < names.size() ? names.get(n) : "", file.size(), file.mediaType(), file.sha256(),
                    file.on(), file.preview() != null);
        }).toList();
    }
}
