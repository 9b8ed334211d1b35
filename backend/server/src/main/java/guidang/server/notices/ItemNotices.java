package guidang.server.notices;

import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.notices.ItemsTold.ItemKey;
import guidang.server.notices.ItemsTold.Kind;
import guidang.server.notices.NoticeBook.Named;
import guidang.server.notices.Notices.ItemNotice;
import guidang.server.notices.Notices.NoticedItem;
import guidang.server.rectification.Item;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.Items;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Notices of rectification items in words, and whether they still matter: by
/// the journal. Asks nobody's leave.
final class ItemNotices {
    /// The most items that an answer looks up.
    private static final int ITEMS = 200;
    private static final int AT_ONCE = 8;
    private static final int DAY = 10;

    private final Items items;
    private final OrganizationNames names;
    private final Campaigns campaigns;
    private final Due days;
    private final InstantSource clock;

    ItemNotices(Items items, OrganizationNames names, Campaigns campaigns, Due days, InstantSource clock) {
        this.items = items;
        this.names = names;
        this.campaigns = campaigns;
        this.days = days;
        this.clock = clock;
    }

    /// What is needed to say them.
    private record Known(Map<OperationId, Item> items, Map<Code, String> organizations, Map<Code, String> campaigns,
            LocalDate today) {}

    /// @param all
    ///            in the order of their days
    /// @param kinds
    ///            that the caller sees
    Mono<List<ItemNotice>> of(List<Named> all, Set<Kind> kinds) {
        List<Named> shown = newest(all, kinds);
        List<ItemKey> keys = shown.stream().flatMap(each -> told(each).items().stream()).distinct().toList();
        if (keys.isEmpty()) {
            return Mono.just(List.of());
        }
        Set<Code> units = Stream.concat(keys.stream().map(ItemKey::organization),
                shown.stream().flatMap(each -> Stream.ofNullable(each.notice().from()))).collect(Collectors.toSet());
        return Mono.zip(found(keys), names.names(units), campaignNames(keys))
                .map(known -> new Known(known.getT1(), known.getT2(), known.getT3(),
                        LocalDate.ofInstant(clock.instant(), days.timeZone())))
                .map(known -> shown.stream().map(each -> view(each, known)).toList());
    }

    private static ItemsTold told(Named each) {
        return Objects.requireNonNull(each.notice().told());
    }

    /// The newest first; what one day said is said no more once a later day
    /// said something.
    private static List<Named> newest(List<Named> all, Set<Kind> kinds) {
        List<Named> shown = new ArrayList<>();
        Map<Kind, String> said = new EnumMap<>(Kind.class);
        int items = 0;
        for (Named each : all.reversed()) {
            Kind kind = each.notice().told() == null ? null : told(each).kind();
            if (kind == null || !kinds.contains(kind) || items >= ITEMS) {
                continue;
            }
            String day = each.name().substring(0, DAY);
            if (kind == Kind.REMINDER || day.equals(said.computeIfAbsent(kind, _ -> day))) {
                shown.add(each);
                items += told(each).items().size();
            }
        }
        return shown;
    }

    private Mono<Map<OperationId, Item>> found(List<ItemKey> keys) {
        return Flux.fromIterable(keys).flatMap(key -> items.find(key.organization(), key.item()), AT_ONCE)
                .collectMap(Item::id);
    }

    private Mono<Map<Code, String>> campaignNames(List<ItemKey> keys) {
        return Flux.fromIterable(keys).map(ItemKey::campaign).distinct().concatMap(campaigns::names)
                .collectMap(CampaignNames::campaign, CampaignNames::name);
    }

    private static ItemNotice view(Named each, Known known) {
        Notice notice = each.notice();
        Code from = notice.from();
        ItemsTold told = told(each);
        return new ItemNotice(each.name(), told.kind(), from == null ? null : from.value(),
                from == null ? null : known.organizations.getOrDefault(from, from.value()), Objects.requireNonNull(notice.at()),
                notice.words(), told.count(), told.items().stream().map(key -> item(key, told.kind(), known)).toList());
    }

    private static NoticedItem item(ItemKey key, Kind kind, Known known) {
        Optional<Item> now = Optional.ofNullable(known.items.get(key.item()));
        LocalDate due = now.map(Item::due).orElse(null);
        boolean awaited = now.filter(item -> kind == Kind.CLOSE_OUTS
                ? item.state() == ItemState.CLOSE_OUT_REQUESTED
                : ItemReminding.isAwaited(item)).isPresent();
        return new NoticedItem(key.organization().value(),
                known.organizations.getOrDefault(key.organization(), key.organization().value()), key.item().value(),
                key.number(), key.campaign().value(), known.campaigns.getOrDefault(key.campaign(), key.campaign().value()), due,
                awaited && due != null && due.isBefore(known.today), awaited);
    }
}
