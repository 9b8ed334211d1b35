package guidang.server.index;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.access.Scope;

/// A scope as a filter. An empty scope matches nothing.
final class ScopeFilter {
    private ScopeFilter() {
    }

    static Query of(Scope scope) {
        if (scope.isEmpty()) {
            return Query.of(q -> q.matchNone(none -> none));
        }
        BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
        scope.subtrees().stream().sorted().forEach(path -> any.should(Filters.below(path)));
        scope.organizations().stream().sorted().forEach(path -> any.should(Filters.is("path", path)));
        return Query.of(q -> q.bool(any.build()));
    }
}
