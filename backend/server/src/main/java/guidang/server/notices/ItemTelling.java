package guidang.server.notices;

import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.notices.ItemReminder.OwedItem;
import guidang.server.notices.ItemsTold.ItemKey;
import guidang.server.notices.Reminder.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells an organisation of rectification items by mail and webhook: which, by
/// number and name of the campaign, never what they are.
final class ItemTelling {
    private final Outbox outbox;
    private final OrganizationNames names;
    private final Campaigns campaigns;

    ItemTelling(Outbox outbox, OrganizationNames names, Campaigns campaigns) {
        this.outbox = outbox;
        this.names = names;
        this.campaigns = campaigns;
    }

    /// What is to be told.
    ///
    /// @param to
    ///            the organisation
    /// @param from
    ///            the one that reminds; absent where the day does
    /// @param day
    ///            by which items are overdue
    record Telling(OperationId request, Code to, @Nullable Code from, Instant at, LocalDate day, ItemsTold items,
            @Nullable String words) {}

    /// Puts it into the outbox; the same again for the same request.
    Mono<Void> tell(Telling telling) {
        Set<Code> organizations = Stream
                .concat(Stream.concat(Stream.of(telling.to), Stream.ofNullable(telling.from)),
                        telling.items.items().stream().map(ItemKey::organization))
                .collect(Collectors.toSet());
        Set<Code> named = telling.items.items().stream().map(ItemKey::campaign).collect(Collectors.toSet());
        return Mono.zip(names.names(organizations), campaignNames(named), (units, all) -> reminder(telling, units, all))
                .flatMap(reminder -> outbox.put(telling.request, reminder));
    }

    private Mono<Map<Code, String>> campaignNames(Set<Code> codes) {
        return Flux.fromIterable(codes).concatMap(campaigns::names).collectMap(CampaignNames::campaign, CampaignNames::name);
    }

    private static ItemReminder reminder(Telling telling, Map<Code, String> units, Map<Code, String> campaigns) {
        Code from = telling.from;
        return new ItemReminder(party(telling.to, units), from == null ? null : party(from, units), telling.at,
                telling.items.kind(), telling.items.count(),
                telling.items.items().stream().map(item -> owed(item, telling.day, units, campaigns)).toList(), telling.words);
    }

    private static OwedItem owed(ItemKey item, LocalDate day, Map<Code, String> units, Map<Code, String> campaigns) {
        LocalDate due = item.due();
        return new OwedItem(party(item.organization(), units), item.item(), item.number(), item.campaign(),
                campaigns.getOrDefault(item.campaign(), item.campaign().value()), due, due != null && due.isBefore(day));
    }

    private static Party party(Code code, Map<Code, String> named) {
        return new Party(code, named.getOrDefault(code, code.value()));
    }
}
