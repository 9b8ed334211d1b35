package guidang.server.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.index.Lane;
import guidang.server.index.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which obligations are counted or listed; absent members do not restrict.
///
/// @param below
///            the path of an organisation in the tree that is meant: it and
///            those below it
/// @param alone
///            that organisation without those below it
/// @param month
///            of the due day, `2026-03`
/// @param type
///            of organisations
/// @param level
///            of organisations in the tree that is meant, 1 for the root
/// @param tree
///            by which organisations are put together; whose obligations are
///            seen follows the tree of now alone
public record ObligationFilter(@Nullable String campaign, @Nullable String below, boolean alone,
        @Nullable String documentType,
        @Nullable String period, @Nullable String month, @Nullable String type, @Nullable Integer level, TreeMeant tree) {
    public static ObligationFilter of(@Nullable String campaign, @Nullable String below) {
        return new ObligationFilter(campaign, below, false, null, null, null, null, null, TreeMeant.NOW);
    }

    public ObligationFilter campaign(String other) {
        return new ObligationFilter(other, below, alone, documentType, period, month, type, level, tree);
    }

    /// What was so at the moment.
    Query at(Instant moment, Whereabouts whereabouts) {
        List<Query> all = new ArrayList<>();
        all.add(Filters.at(moment));
        all.add(Filters.is("required", true));
        add(all, "campaign", campaign);
        if (below != null) {
            all.add(alone ? itself(whereabouts) : belowIt(whereabouts));
        }
        add(all, "documentType", documentType);
        add(all, "period", period);
        add(all, "month", month);
        add(all, "type", type);
        if (level != null) {
            all.add(Filters.is(tree.level(), level.toString()));
        }
        return Filters.all(all);
    }

    /// The organisation that was asked for, without those below it; nobody
    /// without one.
    Query itself(Whereabouts whereabouts) {
        String path = below == null ? "" : below;
        return tree == TreeMeant.NOW ? whereabouts.at(Lane.OBLIGATIONS, path) : Filters.is(tree.path(), path);
    }

    private Query belowIt(Whereabouts whereabouts) {
        String path = below == null ? "" : below;
        return tree == TreeMeant.NOW ? whereabouts.below(Lane.OBLIGATIONS, path) : Filters.is(tree.ancestors(), path);
    }

    private static void add(List<Query> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(Filters.is(field, value));
        }
    }
}
