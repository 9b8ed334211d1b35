package guidang.server.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.index.Lane;
import guidang.server.index.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which rectification items are counted; absent members do not restrict.
///
/// @param below
///            the path of an organisation in the tree that is meant: it and
///            those below it
/// @param alone
///            that organisation without those below it
/// @param tree
///            by which organisations are put together; whose items are seen
///            follows the tree of now alone
public record ItemFilter(@Nullable String campaign, @Nullable String below, boolean alone, TreeMeant tree) {
    /// What was so at the moment.
    Query at(Instant moment, Whereabouts whereabouts) {
        List<Query> all = new ArrayList<>();
        all.add(Filters.at(moment));
        all.add(Filters.not(Filters.is("state", "void")));
        if (campaign != null) {
            all.add(Filters.is("campaign", campaign));
        }
        if (below != null) {
            all.add(where(whereabouts));
        }
        return Filters.all(all);
    }

    /// The organisation that was asked for, and those below it.
    Query where(Whereabouts whereabouts) {
        return alone || below == null ? itself(whereabouts) : belowIt(below, whereabouts);
    }

    /// The organisation that was asked for, without those below it; nobody
    /// without one.
    Query itself(Whereabouts whereabouts) {
        String path = below == null ? "" : below;
        return tree == TreeMeant.NOW ? whereabouts.at(Lane.RECTIFICATIONS, path) : Filters.is(tree.path(), path);
    }

    private Query belowIt(String path, Whereabouts whereabouts) {
        return tree == TreeMeant.NOW ? whereabouts.below(Lane.RECTIFICATIONS, path) : Filters.is(tree.ancestors(), path);
    }
}
