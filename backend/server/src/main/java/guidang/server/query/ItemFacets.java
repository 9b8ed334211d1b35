package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.index.Lane;
import guidang.server.index.Whereabouts;
import guidang.server.kernel.Code;
import guidang.server.query.ItemAnswer.Facets;
import guidang.server.query.ItemQuestion.Window;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.ItemTurn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The filters of rectification items that are facets too.
final class ItemFacets {
    private static final String ORGANIZATIONS = "organizations";
    private static final String CAMPAIGNS = "campaigns";
    private static final String STATES = "states";
    private static final String TYPES = "types";
    private static final String ASPECTS = "aspects";
    private static final String DUE = "due";
    private static final String TURN = "turn";
    /// In whose hands an item is that waits for no officer.
    private static final List<String> WORKED_ON = Stream.of(ItemState.OPEN, ItemState.IN_PROGRESS, ItemState.RETURNED)
            .map(ItemState::word).toList();
    private static final int VALUES = 100;
    /// Of each shard: more values than there are, so that counts are exact.
    private static final int EXACT = 5_000;

    private final FacetFilters filters = new FacetFilters();
    private final ItemQuestion question;
    private final Whereabouts whereabouts;
    private final LocalDate today;

    /// @param today
    ///            the day of the moment that is asked about
    ItemFacets(ItemQuestion question, Whereabouts whereabouts, LocalDate today) {
        this.question = question;
        this.whereabouts = whereabouts;
        this.today = today;
        ItemFilter place = question.place();
        if (place.below() != null) {
            filters.put(ORGANIZATIONS, place.where(whereabouts));
        }
        String campaign = place.campaign();
        if (campaign != null) {
            filters.put(CAMPAIGNS, Filters.is("campaign", campaign));
        }
        filters.put(STATES, state());
        if (!question.types().isEmpty()) {
            filters.put(TYPES, Filters.anyOf("itemType", question.types()));
        }
        if (!question.aspects().isEmpty()) {
            filters.put(ASPECTS, Filters.anyOf("aspect", question.aspects()));
        }
        Window window = question.due();
        if (window != null) {
            filters.put(DUE, query(window));
        }
        ItemTurn turn = question.turn();
        if (turn != null) {
            filters.put(TURN, query(turn));
        }
    }

    /// What an officer is asked for, or a clerk has to go on with.
    private Query query(ItemTurn turn) {
        List<Query> any = new ArrayList<>();
        any.add(Filters.all(List.of(Filters.anyOf("state", WORKED_ON), of(turn.own()))));
        if (!turn.below().isEmpty()) {
            Query asked = Filters.any(List.of(ItemShow.WAITING.query(today), ItemShow.EXTENSIONS.query(today)));
            Query below = Filters.any(turn.below().stream().map(path -> whereabouts.below(Lane.RECTIFICATIONS, path)).toList());
            any.add(Filters.all(List.of(asked, below, Filters.not(of(turn.except())))));
        }
        return Filters.any(any);
    }

    private static Query of(List<Code> organizations) {
        return Filters.anyOf("organization", organizations.stream().map(Code::value).toList());
    }

    private Query state() {
        return switch (question.state()) {
            case null -> Filters.not(Filters.is("state", "void"));
            case ItemQuestion.UNSETTLED -> ItemShow.unsettled();
            case String word -> Filters.is("state", word);
        };
    }

    private Query query(Window window) {
        return switch (window) {
            case OVERDUE -> ItemShow.OVERDUE.query(today);
            case SOON -> ItemShow.DUE_SOON.query(today);
            case LATER -> Filters.all(List.of(ItemShow.unsettled(), Filters.exists("due"),
                    Filters.not(ItemShow.before(today.plusDays(ItemShow.DAYS + 1)))));
            case NONE -> Filters.all(List.of(ItemShow.unsettled(), Filters.not(Filters.exists("due"))));
        };
    }

    Query postFilter() {
        return filters.all();
    }

    Map<String, Aggregation> aggregations() {
        OrganizationLevels levels = question.levels();
        Aggregation organizations = FacetFilters.organizations(question.place().tree().ancestors(), levels,
                whereabouts.toFollow(Lane.RECTIFICATIONS));
        Aggregation windows = Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(
                Stream.of(Window.values()).collect(Collectors.toMap(ItemFacets::key, this::query))))));
        return Map.of(ORGANIZATIONS, filters.facet(ORGANIZATIONS, organizations), CAMPAIGNS,
                filters.facet(CAMPAIGNS, terms("campaign")), STATES, filters.facet(STATES, terms("state")), TYPES,
                filters.facet(TYPES, terms("itemType")), ASPECTS, filters.facet(ASPECTS, terms("aspect")), DUE,
                filters.facet(DUE, windows));
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(a -> a.terms(t -> t.field(field).size(VALUES).shardSize(EXACT)));
    }

    static Facets read(Map<String, Aggregate> answer) {
        return new Facets(FacetFilters.counts(answer, ORGANIZATIONS, Paths::code), FacetFilters.counts(answer, CAMPAIGNS),
                FacetFilters.counts(answer, STATES), FacetFilters.counts(answer, TYPES), FacetFilters.counts(answer, ASPECTS),
                Stream.of(Window.values()).map(ItemFacets::key)
                        .map(key -> new FacetCount(key, FacetFilters.count(answer, DUE, key))).toList());
    }

    private static String key(Window window) {
        return window.name().toLowerCase(Locale.ROOT);
    }
}
