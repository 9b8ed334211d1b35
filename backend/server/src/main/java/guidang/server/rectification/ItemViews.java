package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.filing.ReportTexts;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.rectification.Item.Step;
import guidang.server.rectification.ItemView.CloseOutView;
import guidang.server.rectification.ItemView.ExtensionView;
import guidang.server.rectification.ItemView.ItemWordsView;
import guidang.server.rectification.ItemView.StepView;
import guidang.server.rectification.StepViews.Said;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts together what a caller sees of an item that it may read: its records,
/// its words, and what the caller may do.
@Component
class ItemViews {
    private final Items items;
    private final StepViews steps;
    private final OrganizationNames organizations;
    private final OrganizationPaths paths;
    private final Campaigns campaigns;
    private final ReportTexts reports;
    private final Due due;
    private final InstantSource clock;

    ItemViews(Items items, StepViews steps, OrganizationNames organizations, OrganizationPaths paths, Campaigns campaigns,
            ReportTexts reports, Due due, InstantSource clock) {
        this.items = items;
        this.steps = steps;
        this.organizations = organizations;
        this.paths = paths;
        this.campaigns = campaigns;
        this.reports = reports;
        this.due = due;
        this.clock = clock;
    }

    /// What people call what an item names.
    private record Named(Map<Code, String> organizations, String campaign, Optional<String> report) {}

    Mono<ItemView> view(Caller caller, Item item) {
        return items.closedBySpill(item).flatMap(closed -> Mono.zip(steps.said(item, closed), named(caller, item),
                (said, named) -> view(caller, item, closed, said, named)));
    }

    private Mono<Named> named(Caller caller, Item item) {
        Code campaign = item.opened().campaign();
        List<Code> named = Stream.concat(Stream.of(item.opened().organization()),
                item.steps().stream().flatMap(step -> StepViews.at(step.fact()).stream())).distinct().toList();
        return Mono.zip(organizations.names(named),
                campaigns.names(campaign).map(CampaignNames::name).defaultIfEmpty(campaign.value()), title(caller, item))
                .map(all -> new Named(all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<Optional<String>> title(Caller caller, Item item) {
        ItemRecord.Source source = item.opened().source();
        return source == null
                ? Mono.just(Optional.empty())
                : reports.filed(caller, source.report().value()).flatMap(reports::called)
                        .map(called -> Optional.of(called.title())).onErrorComplete(Problem.class)
                        .defaultIfEmpty(Optional.empty());
    }

    private ItemView view(Caller caller, Item item, boolean closed, List<Said> said, Named named) {
        ItemRecord.Opened opened = item.opened();
        Code organization = opened.organization();
        ItemRecord.Source source = opened.source();
        Said words = said.get(item.words().record().position());
        List<StepView> shown = IntStream.range(0, said.size())
                .mapToObj(n -> StepViews.view(item.steps().get(n), said.get(n), named.organizations())).toList();
        return new ItemView(organization, named.organizations().getOrDefault(organization, organization.value()),
                paths.path(organization).orElse(""), item.id().value(), opened.number(), opened.campaign(), named.campaign(),
                source == null ? null : source.report().value(), named.report().orElse(null),
                source == null ? null : source.problem(), opened.imported(), item.type(), item.state(),
                item.since().record().committedAt(), item.due(), overdue(item), opened.receivedAt(), closedAt(item),
                words.item() == null ? null : ItemWordsView.of(words.item()), item.words().record().position(),
                closeOut(item, said), extension(item, said), may(caller, item, closed), item.steps().size(), shown,
                item.steps().getLast().record().commit() + 1);
    }

    private boolean overdue(Item item) {
        return item.state().isUnsettled() && item.due() != null && !clock.instant().isBefore(due.after(item.due()));
    }

    private static @Nullable Instant closedAt(Item item) {
        return item.state() == ItemState.CLOSED ? item.since().record().committedAt() : null;
    }

    private static @Nullable CloseOutView closeOut(Item item, List<Said> said) {
        ItemRecord.CloseOutRequested waits = item.closeOut();
        return waits == null
                ? null
                : new CloseOutView(waits.request().value(), waits.receivedAt(), waits.completed(), reason(item, waits, said));
    }

    private static @Nullable ExtensionView extension(Item item, List<Said> said) {
        ItemRecord.ExtensionRequested waits = item.extension();
        return waits == null
                ? null
                : new ExtensionView(waits.request().value(), waits.receivedAt(), waits.due(), reason(item, waits, said));
    }

    private static @Nullable String reason(Item item, ItemRecord fact, List<Said> said) {
        for (Step step : item.steps()) {
            if (step.fact().equals(fact)) {
                return said.get(step.record().position()).reason();
            }
        }
        return null;
    }

    /// On the tree of now; whether it still holds is seen when it is done.
    private List<String> may(Caller caller, Item item, boolean closed) {
        Hands hands = Hands.now(paths, caller, item.opened().organization());
        List<String> may = new ArrayList<>();
        Arrays.stream(ItemAct.values())
                .filter(act -> act.after(item.state()).isPresent() && hands.may(act) && pending(act, caller, item))
                .filter(act -> !closed || act != ItemAct.EDIT).forEach(act -> may.add(act.verb()));
        return may;
    }

    /// Whether what the act decides waits, and does not come from the caller.
    private static boolean pending(ItemAct act, Caller caller, Item item) {
        ItemRecord request = switch (act) {
            case CLOSE, RETURN -> item.closeOut();
            case GRANT_EXTENSION, REFUSE_EXTENSION -> item.extension();
            default -> item.opened();
        };
        boolean decides = act == ItemAct.CLOSE || act == ItemAct.RETURN || act == ItemAct.GRANT_EXTENSION
                || act == ItemAct.REFUSE_EXTENSION;
        return request != null && (!decides || !request.actor().equals(caller.subject()));
    }

}
