package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// By what a table's rows are told apart.
sealed interface FigureRows {
    /// More are cut off; an organisation has fewer below it, a campaign
    /// fewer documents.
    int MOST = 10_000;

    /// The terms that tell them apart.
    TermsAggregation terms();

    default Aggregation with(Map<String, Aggregation> each) {
        return Aggregation.of(a -> a.terms(terms()).aggregations(each));
    }

    /// What the rows came to, by their keys.
    static <T> Map<String, T> read(@Nullable Aggregate rows, Function<Map<String, Aggregate>, T> each) {
        return rows == null || !rows.isSterms()
                ? Map.of()
                : rows.sterms().buckets().array().stream()
                        .collect(Collectors.toMap(b -> b.key().stringValue(), b -> each.apply(b.aggregations()), (a, _) -> a,
                                HashMap::new));
    }

    /// Organisations, each with all below it.
    record Organizations(TreeMeant tree, OrganizationLevels levels) implements FigureRows {
        @Override
        public TermsAggregation terms() {
            String paths = Stream.concat(levels.of().stream().map(Paths::childrenOf), levels.themselves().stream())
                    .reduce((a, b) -> a + "|" + b).orElse("-");
            return TermsAggregation.of(t -> t.field(tree.ancestors()).size(MOST).include(i -> i.regexp(paths)));
        }
    }

    /// These organisations, each with all below it. Their paths are matched as they
    /// are: a pattern of so many would be too long.
    record These(TreeMeant tree, List<String> paths) implements FigureRows {
        public These {
            paths = List.copyOf(paths);
        }

        @Override
        public TermsAggregation terms() {
            return TermsAggregation.of(t -> t.field(tree.ancestors()).size(paths.size()).include(i -> i.terms(paths)));
        }
    }

    /// Values of a field.
    record Values(By by, TreeMeant tree) implements FigureRows {
        @Override
        public TermsAggregation terms() {
            String field = by == By.LEVEL ? tree.level() : by.field();
            return TermsAggregation.of(t -> t.field(field).size(MOST).missing(m -> m.stringValue(By.UNKNOWN)));
        }
    }
}
