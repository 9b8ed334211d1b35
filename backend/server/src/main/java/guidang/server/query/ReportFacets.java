package guidang.server.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import guidang.server.index.Lane;
import guidang.server.index.Whereabouts;
import guidang.server.query.ReportAnswer.Facets;
import guidang.server.query.ReportQuestion.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The filters of reports that are facets too.
final class ReportFacets {
    private static final List<State> STATES = Stream.of(State.values()).filter(state -> state != State.ALL).toList();
    private static final int VALUES = 100;

    private final FacetFilters filters = new FacetFilters();
    private final OrganizationLevels levels;
    private final Map<String, String> toFollow;

    ReportFacets(ReportQuestion question, Whereabouts whereabouts) {
        toFollow = whereabouts.toFollow(Lane.REPORTS);
        filter("organizations", question.below(), path -> whereabouts.below(Lane.REPORTS, path));
        filter("campaigns", question.campaign(), code -> Filters.is("campaign", code));
        filter("documentTypes", question.documentType(), code -> Filters.is("documentType", code));
        filter("months", question.month(), month -> Filters.is("month", month));
        if (question.state() != State.ALL) {
            filters.put("states", state(question.state()));
        }
        ReportQuestion.Turn turn = question.turn();
        if (turn != null) {
            filters.put("turn", turn(turn));
        }
        levels = question.levels();
    }

    private void filter(String facet, @Nullable String value, java.util.function.Function<String, Query> filter) {
        if (value != null) {
            filters.put(facet, filter.apply(value));
        }
    }

    private static Query turn(ReportQuestion.Turn turn) {
        Query among = Filters.anyOf("turn", turn.organizations());
        return turn.among() ? among : Filters.all(List.of(Filters.exists("turn"), Filters.not(among)));
    }

    private static Query state(State state) {
        return switch (state) {
            case WAITING -> Filters.is("state", "filed");
            case RETURNED -> Filters.anyOf("state", List.of("returned", "reopened"));
            case ACCEPTED -> Filters.is("state", "accepted");
            case WITHDRAWN -> Filters.is("state", "withdrawn");
            case SUPERSEDED -> Filters.is("state", "superseded");
            case SEALED -> Filters.anyOf("state", List.of("sealed", "destroyed"));
            case CURRENT, ALL -> Filters.is("current", true);
        };
    }

    Query postFilter() {
        return filters.all();
    }

    Map<String, Aggregation> aggregations() {
        Aggregation organizations = FacetFilters.organizations("ancestors", levels, toFollow);
        return Map.of("organizations", filters.facet("organizations", organizations), "campaigns",
                filters.facet("campaigns", terms("campaign")), "documentTypes",
                filters.facet("documentTypes", terms("documentType")), "months", filters.facet("months", months()), "states",
                filters.facet("states", states()));
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(a -> a.terms(t -> t.field(field).size(VALUES)));
    }

    private static Aggregation months() {
        return Aggregation.of(a -> a.terms(t -> t.field("month").size(VALUES).order(NamedValue.of("_key", SortOrder.Desc))));
    }

    private static Aggregation states() {
        return Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(
                STATES.stream().collect(Collectors.toMap(ReportFacets::key, ReportFacets::state))))));
    }

    static Facets read(Map<String, Aggregate> answer) {
        return new Facets(FacetFilters.counts(answer, "organizations", Paths::code), FacetFilters.counts(answer, "campaigns"),
                FacetFilters.counts(answer, "documentTypes"), FacetFilters.counts(answer, "months"), states(answer));
    }

    private static List<FacetCount> states(Map<String, Aggregate> answer) {
        return STATES.stream().map(ReportFacets::key)
                .map(name -> new FacetCount(name, FacetFilters.count(answer, "states", name)))
                .toList();
    }

    private static String key(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
