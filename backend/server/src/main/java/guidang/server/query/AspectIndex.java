package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import guidang.server.access.Scope;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What delivered reports say of the aspects that their campaign asks for.
/// Within the scope; errors as [FigureIndex].
@Component
public final class AspectIndex {
    private static final int MOST = 10_000;

    private final ScopedSearch search;

    AspectIndex(ScopedSearch search) {
        this.search = search;
    }

    /// Counts of delivered reports; aspects by their index in the template of the
    /// moment.
    ///
    /// @param examined
    ///            whose text was read
    /// @param problems
    ///            how many are named, by aspect; −1 for those under none
    /// @param naming
    ///            reports that name any, by aspect alike
    /// @param treating
    ///            reports that treat it
    /// @param missing
    ///            reports that were to treat it and do not
    /// @param lacking
    ///            reports that miss any
    /// @param placeholders
    ///            reports with placeholders left unfilled
    public record AspectCounts(long examined, Map<Integer, Long> problems, Map<Integer, Long> naming, Map<Integer, Long> treating,
            Map<Integer, Long> missing, long lacking, long placeholders) {}

    /// Counts by organisation.
    ///
    /// @param rows
    ///            by the paths of organisations, each with all below it
    public record AspectsAnswer(Map<String, AspectCounts> rows, AspectCounts total, AsOf asOf) {}

    public Mono<AspectsAnswer> aspects(Scope scope, ObligationFilter filter, OrganizationLevels levels, AsOf asOf) {
        Map<String, Aggregation> each = each(asOf.time());
        Map<String, Aggregation> all = new HashMap<>(each);
        all.put("rows", new FigureRows.Organizations(filter.tree(), levels).with(each));
        return search.search(Lane.OBLIGATIONS, scope,
                Filters.all(
                        java.util.List.of(filter.at(asOf.time(), search.whereabouts()), Show.EXAMINED.query(asOf.time(), null))),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations(all), Void.class)
                .map(answer -> new AspectsAnswer(FigureRows.read(answer.aggregations().get("rows"), AspectIndex::counts),
                        counts(answer.aggregations()), asOf));
    }

    private static Map<String, Aggregation> each(Instant moment) {
        return Map.of("examined", counted(Show.EXAMINED, moment), "lacking", counted(Show.ASPECTS_MISSING, moment),
                "placeholders",
                counted(Show.PLACEHOLDERS, moment), "problems", terms("problems"), "treating", terms("aspects"), "missing",
                terms("missingAspects"));
    }

    private static Aggregation counted(Show show, Instant moment) {
        return Aggregation.of(a -> a.filter(show.query(moment, null)));
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(a -> a.terms(t -> t.field(field).size(MOST)));
    }

    private static AspectCounts counts(Map<String, Aggregate> each) {
        Map<Integer, Long> problems = new TreeMap<>();
        Map<Integer, Long> naming = new TreeMap<>();
        counts(each, "problems").forEach((key, reports) -> {
            int colon = key.indexOf(':');
            int aspect = aspect(key.substring(0, colon));
            problems.merge(aspect, reports, Long::sum);
            if (key.endsWith(":1")) {
                naming.put(aspect, reports);
            }
        });
        return new AspectCounts(count(each, "examined"), problems, naming, byAspect(each, "treating"), byAspect(each, "missing"),
                count(each, "lacking"), count(each, "placeholders"));
    }

    private static Map<Integer, Long> byAspect(Map<String, Aggregate> each, String name) {
        Map<Integer, Long> counts = new TreeMap<>();
        counts(each, name).forEach((aspect, count) -> counts.put(aspect(aspect), count));
        return counts;
    }

    private static int aspect(String key) {
        return key.equals("-") ? -1 : Integer.parseInt(key);
    }

    private static Map<String, Long> counts(Map<String, Aggregate> each, String name) {
        Map<String, Long> counts = new HashMap<>();
        Aggregate terms = Objects.requireNonNull(each.get(name));
        if (terms.isSterms()) {
            terms.sterms().buckets().array().forEach(b -> counts.put(b.key().stringValue(), b.docCount()));
        }
        return counts;
    }

    private static long count(Map<String, Aggregate> each, String name) {
        return Objects.requireNonNull(each.get(name)).filter().docCount();
    }
}
