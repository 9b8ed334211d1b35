package guidang.server.index;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.access.Scope;

/// A scope as a filter. An empty scope matches nothing. What an organisation
/// took along when it moved is in the scope of its new place at once, and of its
/// old one no more ([Whereabouts]).
final class ScopeFilter {
    private ScopeFilter() {
    }

    static Query of(Scope scope, Lane lane, Whereabouts whereabouts) {
        if (scope.isEmpty()) {
            return Query.of(q -> q.matchNone(none -> none));
        }
        BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
        scope.subtrees().stream().sorted().forEach(path -> any.should(whereabouts.below(lane, path)));
        scope.organizations().stream().sorted().forEach(path -> any.should(whereabouts.at(lane, path)));
        return Query.of(q -> q.bool(any.build()));
    }
}
