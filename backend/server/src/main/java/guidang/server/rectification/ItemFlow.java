package guidang.server.rectification;

import guidang.server.filing.Reason;
import guidang.server.journal.Committed;
import guidang.server.kernel.OperationId;
import guidang.server.rectification.ItemActs.Act;
import guidang.server.rectification.ItemActs.Ask;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What becomes of an item after it was opened, one fact an act; files come by
/// [Progressing]. Errors of all: those of [ItemActs]; `FORBIDDEN`; `ITEM_STATE`;
/// `ITEM_CHANGED` where the request or the words that it names are others by
/// now; `OWN_ITEM` where an officer decides what it asked for itself.
@Service
class ItemFlow {
    private final ItemActs acts;
    private final Items items;
    private final SourceGuard guard;

    ItemFlow(ItemActs acts, Items items, SourceGuard guard) {
        this.acts = acts;
        this.items = items;
        this.guard = guard;
    }

    Mono<Committed> comment(Ask ask, Reason words) {
        return acts.act(ask, new Act(ItemAct.COMMENT, List.of(), words,
                now -> new ItemRecord.Commented(now.remarksAt(), now.words(), ask.receivedAt(), now.caller().subject())));
    }

    /// What a sheet said beside stays.
    ///
    /// @param replaces
    ///            position of the record whose words the caller saw
    Mono<Committed> edit(Ask ask, int replaces, ItemWords given) {
        return guard.open(ask).flatMap(item -> beside(item, given))
                .flatMap(words -> acts.act(ask, new Act(ItemAct.EDIT, List.of(replaces), words, now -> {
                    now.requireWords(replaces);
                    return new ItemRecord.Edited(replaces, now.words(), ask.receivedAt(), now.caller().subject(),
                            now.hands().onBehalf());
                }))).delayUntil(committed -> guard.repeated(ask, committed));
    }

    private Mono<ItemWords> beside(Item item, ItemWords given) {
        return items.wordsOf(item.words()).map(given::withSheetOf).defaultIfEmpty(given);
    }

    Mono<Committed> reclassify(Ask ask, ItemType type, @Nullable LocalDate due, Reason reason) {
        return acts.act(ask, new Act(ItemAct.RECLASSIFY, List.of(type, String.valueOf(due)), reason,
                now -> new ItemRecord.Reclassified(type, due, now.at(), now.words(), ask.receivedAt(), now.caller().subject())));
    }

    Mono<Committed> requestCloseOut(Ask ask, @Nullable LocalDate completed, @Nullable Reason words) {
        return acts.act(ask, new Act(ItemAct.REQUEST_CLOSE_OUT, List.of(String.valueOf(completed)), words,
                now -> new ItemRecord.CloseOutRequested(ask.operation(), completed, now.details(), ask.receivedAt(),
                        now.caller().subject(), now.hands().onBehalf())));
    }

    Mono<Committed> withdrawCloseOut(Ask ask, OperationId request, @Nullable Reason reason) {
        return acts.act(ask, new Act(ItemAct.WITHDRAW_CLOSE_OUT, List.of(request.value()), reason, now -> {
            now.closeOut(request);
            return new ItemRecord.CloseOutWithdrawn(request, now.details(), ask.receivedAt(), now.caller().subject());
        }));
    }

    Mono<Committed> close(Ask ask, OperationId request, @Nullable Reason reason) {
        return acts.act(ask, new Act(ItemAct.CLOSE, List.of(request.value()), reason, now -> {
            now.requireAnother(now.closeOut(request));
            return new ItemRecord.Closed(request, now.at(), null, now.details(), ask.receivedAt(), now.caller().subject());
        }));
    }

    Mono<Committed> giveBack(Ask ask, OperationId request, Reason reason) {
        return acts.act(ask, new Act(ItemAct.RETURN, List.of(request.value()), reason, now -> {
            now.requireAnother(now.closeOut(request));
            return new ItemRecord.Returned(request, now.at(), now.words(), ask.receivedAt(), now.caller().subject());
        }));
    }

    Mono<Committed> requestExtension(Ask ask, LocalDate due, Reason reason) {
        return acts.act(ask, new Act(ItemAct.REQUEST_EXTENSION, List.of(due.toString()), reason,
                now -> new ItemRecord.ExtensionRequested(ask.operation(), due, now.words(), ask.receivedAt(),
                        now.caller().subject(), now.hands().onBehalf())));
    }

    /// @param due
    ///            absent: the day that was asked for
    Mono<Committed> grant(Ask ask, OperationId request, @Nullable LocalDate due, @Nullable Reason reason) {
        return acts.act(ask, new Act(ItemAct.GRANT_EXTENSION, List.of(request.value(), String.valueOf(due)), reason, now -> {
            ItemRecord.ExtensionRequested asked = now.extension(request);
            now.requireAnother(asked);
            return new ItemRecord.ExtensionGranted(request, now.at(), due == null ? asked.due() : due, now.details(),
                    ask.receivedAt(), now.caller().subject());
        }));
    }

    Mono<Committed> refuse(Ask ask, OperationId request, Reason reason) {
        return acts.act(ask, new Act(ItemAct.REFUSE_EXTENSION, List.of(request.value()), reason, now -> {
            now.requireAnother(now.extension(request));
            return new ItemRecord.ExtensionRefused(request, now.at(), now.words(), ask.receivedAt(), now.caller().subject());
        }));
    }

    Mono<Committed> review(Ask ask, Reason reason) {
        return acts.act(ask, new Act(ItemAct.REVIEW, List.of(), reason,
                now -> new ItemRecord.Reviewed(now.at(), now.words(), ask.receivedAt(), now.caller().subject())));
    }

    Mono<Committed> reopen(Ask ask, @Nullable LocalDate due, Reason reason) {
        return acts.act(ask, new Act(ItemAct.REOPEN, List.of(String.valueOf(due)), reason,
                now -> new ItemRecord.Reopened(now.at(), due, now.words(), ask.receivedAt(), now.caller().subject())));
    }

    Mono<Committed> remove(Ask ask, Reason reason) {
        return acts.act(ask, new Act(ItemAct.VOID_ITEM, List.of(), reason,
                now -> new ItemRecord.Voided(now.at(), now.words(), ask.receivedAt(), now.caller().subject())));
    }
}
