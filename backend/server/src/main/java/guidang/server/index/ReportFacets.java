package guidang.server.index;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import guidang.server.index.ReportAnswer.Count;
import guidang.server.index.ReportAnswer.Facets;
import guidang.server.index.ReportQuestion.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The filters that are facets too: hits obey all of them, each facet all but
/// its own, so that the other values stay to be chosen.
final class ReportFacets {
    private static final String BY = "by";
    private static final List<State> STATES = Stream.of(State.values()).filter(state -> state != State.ALL).toList();
    private static final int VALUES = 100;
    private static final int ORGANIZATIONS = 500;

    private final Map<String, Query> filters = new LinkedHashMap<>();
    private final ReportQuestion.Levels levels;
    private final StalePlaces stale;

    ReportFacets(ReportQuestion question, Whereabouts whereabouts) {
        stale = whereabouts.stale(Lane.REPORTS);
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
        return Filters.all(filters.values());
    }

    Map<String, Aggregation> aggregations() {
        return Map.of("organizations", facet("organizations", organizations()), "campaigns",
                facet("campaigns", terms("campaign")),
                "documentTypes", facet("documentTypes", terms("documentType")), "months", facet("months", months()), "states",
                facet("states", states()));
    }

    private Aggregation facet(String name, Aggregation by) {
        List<Query> others = filters.entrySet().stream().filter(f -> !f.getKey().equals(name)).map(Map.Entry::getValue).toList();
        return Aggregation.of(a -> a.filter(Filters.all(others)).aggregations(BY, by));
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(a -> a.terms(t -> t.field(field).size(VALUES)));
    }

    private static Aggregation months() {
        return Aggregation.of(a -> a.terms(t -> t.field("month").size(VALUES).order(NamedValue.of("_key", SortOrder.Desc))));
    }

    /// In the order of the tree.
    private Aggregation organizations() {
        String paths = Stream.of(levels.of().stream().map(Paths::childrenOf), levels.themselves().stream(), followers())
                .flatMap(some -> some).reduce((a, b) -> a + "|" + b)
                .orElse("-");
        return Aggregation.of(a -> a.terms(t -> t.field("ancestors").size(ORGANIZATIONS).include(i -> i.regexp(paths))
                .order(NamedValue.of("_key", SortOrder.Asc))));
    }

    /// The old paths of those whose documents have not followed them here yet.
    private Stream<String> followers() {
        return stale.now().entrySet().stream()
                .filter(each -> levels.themselves().contains(each.getValue())
                        || levels.of().contains(Paths.above(each.getValue())))
                .map(Map.Entry::getKey);
    }

    private static Aggregation states() {
        return Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(
                STATES.stream().collect(Collectors.toMap(ReportFacets::key, ReportFacets::state))))));
    }

    static Facets read(Map<String, Aggregate> answer) {
        return new Facets(counts(answer, "organizations", Paths::code), counts(answer, "campaigns", UnaryOperator.identity()),
                counts(answer, "documentTypes", UnaryOperator.identity()), counts(answer, "months", UnaryOperator.identity()),
                states(answer));
    }

    private static Aggregate by(Map<String, Aggregate> answer, String facet) {
        return Objects.requireNonNull(Objects.requireNonNull(answer.get(facet)).filter().aggregations().get(BY));
    }

    private static List<Count> counts(Map<String, Aggregate> answer, String facet, UnaryOperator<String> key) {
        Aggregate terms = by(answer, facet);
        // Nothing of this field anywhere yet: no mapping from terms to buckets either.
        List<StringTermsBucket> buckets = terms.isSterms() ? terms.sterms().buckets().array() : List.of();
        // One that moved may have a bucket at the old place and one at the new.
        Map<String, Long> counts = new LinkedHashMap<>();
        buckets.forEach(b -> counts.merge(key.apply(b.key().stringValue()), b.docCount(), Long::sum));
        return counts.entrySet().stream().map(each -> new Count(each.getKey(), each.getValue())).toList();
    }

    private static List<Count> states(Map<String, Aggregate> answer) {
        return STATES.stream().map(ReportFacets::key).map(name -> new Count(name,
                Objects.requireNonNull(by(answer, "states").filters().buckets().keyed().get(name)).docCount())).toList();
    }

    private static String key(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
