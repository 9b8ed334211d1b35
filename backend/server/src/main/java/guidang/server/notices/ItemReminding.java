package guidang.server.notices;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.notices.ItemTelling.Telling;
import guidang.server.notices.ItemsTold.ItemKey;
import guidang.server.notices.ItemsTold.Kind;
import guidang.server.notices.ReminderForm.ItemPlace;
import guidang.server.notices.Reminders.ItemOutcome;
import guidang.server.notices.Reminders.Outcome;
import guidang.server.rectification.Item;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.Items;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reminds organisations of rectification items (催办). How an item is, is read
/// from the journal, never from the index.
final class ItemReminding {
    private static final int AT_ONCE = 8;

    private final Items items;
    private final ReminderScope scope;
    private final NoticeBook book;
    private final ItemTelling telling;
    private final OrganizationPaths paths;

    ItemReminding(Items items, ReminderScope scope, NoticeBook book, ItemTelling telling, OrganizationPaths paths) {
        this.items = items;
        this.scope = scope;
        this.book = book;
        this.telling = telling;
        this.paths = paths;
    }

    /// One request, under way.
    record Request(OperationId id, LocalDate day, Instant at, Caller caller, @Nullable String words) {}

    /// An item, and what became of it.
    private record Done(ItemPlace place, Optional<ItemKey> item, Outcome outcome) {}

    /// In the order in which they were asked for.
    Mono<List<ItemOutcome>> remind(Request request, List<ItemPlace> places) {
        Map<Code, List<ItemPlace>> byOrganization = places.stream()
                .collect(Collectors.groupingBy(ItemPlace::organization, LinkedHashMap::new, Collectors.toList()));
        return Flux.fromIterable(byOrganization.entrySet())
                .flatMap(each -> organization(request, each.getKey(), each.getValue()), AT_ONCE)
                .flatMapIterable(done -> done).collectMap(Done::place, Done::outcome)
                .map(outcomes -> places.stream()
                        .map(place -> ItemOutcome.of(place, outcomes.getOrDefault(place, Outcome.UNKNOWN))).toList());
    }

    private Mono<List<Done>> organization(Request request, Code organization, List<ItemPlace> places) {
        Optional<Code> from = scope.officer(request.caller, organization);
        return from.isEmpty()
                ? Mono.just(List.of())
                : Flux.fromIterable(places).concatMap(place -> item(request, from.get(), place)).collectList()
                        .flatMap(done -> told(request, organization, from.get(), done).thenReturn(done));
    }

    private Mono<Done> item(Request request, Code from, ItemPlace place) {
        return items.find(place.organization(), place.item()).flatMap(item -> item(request, from, place, item))
                .defaultIfEmpty(new Done(place, Optional.empty(), Outcome.UNKNOWN));
    }

    private Mono<Done> item(Request request, Code from, ItemPlace place, Item item) {
        ItemKey key = key(item);
        if (!isAwaited(item)) {
            return Mono.just(new Done(place, Optional.of(key), Outcome.NOT_AWAITED));
        }
        ItemsTold told = new ItemsTold(Kind.REMINDER, 1, List.of(key));
        return book.add(paths.successor(place.organization()), told.digest(place.organization()), request.day,
                Notice.of(request.id, told, from, request.at, request.words))
                .map(added -> new Done(place, Optional.of(key), added ? Outcome.REMINDED : Outcome.ENOUGH));
    }

    static ItemKey key(Item item) {
        return new ItemKey(item.opened().organization(), item.id(), item.opened().number(), item.opened().campaign(), item.due());
    }

    /// Whether its organisation has something to do with it.
    static boolean isAwaited(Item item) {
        return item.state().isUnsettled() && item.state() != ItemState.CLOSE_OUT_REQUESTED;
    }

    /// One message for all that the organisation is reminded of.
    private Mono<Void> told(Request request, Code organization, Code from, List<Done> done) {
        List<ItemKey> reminded = done.stream().filter(each -> each.outcome == Outcome.REMINDED)
                .flatMap(each -> each.item.stream()).toList();
        return reminded.isEmpty()
                ? Mono.empty()
                : telling.tell(new Telling(request.id, paths.successor(organization), from, request.at, request.day,
                        new ItemsTold(Kind.REMINDER, reminded.size(), reminded.stream().limit(ItemsTold.SHOWN).toList()),
                        request.words));
    }
}
