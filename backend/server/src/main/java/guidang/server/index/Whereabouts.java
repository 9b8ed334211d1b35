package guidang.server.index;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.access.OrganizationPaths;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what lies at a place of the tree of now, even while an organisation
/// has moved and its documents are still to follow: those that lie under an old
/// path are left out of the place they left, and found at the place where
/// they belong.
@Component
public final class Whereabouts {
    private final OrganizationPaths paths;
    private final Map<Lane, Followed> lanes = new EnumMap<>(Lane.class);

    Whereabouts(OrganizationPaths paths) {
        this.paths = paths;
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new Followed());
        }
    }

    /// How far the documents of a lane follow the tree.
    private static final class Followed {
        private volatile long view;
        private volatile @Nullable Kept kept;
    }

    private record Kept(long view, long last, StalePlaces stale) {}

    OrganizationPaths paths() {
        return paths;
    }

    /// All documents of the lane that can be searched lie where their organisations
    /// lay in that view, or in a later one.
    void followed(Lane lane, long view) {
        followed(lane).view = view;
    }

    private Followed followed(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    /// What is still to follow.
    StalePlaces stale(Lane lane) {
        Followed followed = followed(lane);
        long last = paths.lastRelocation();
        long view = followed.view;
        if (last < view) {
            return StalePlaces.NONE;
        }
        Kept kept = followed.kept;
        if (kept == null || kept.view != view || kept.last != last) {
            kept = new Kept(view, last, StalePlaces.between(paths, view, last + 1));
            followed.kept = kept;
        }
        return kept.stale;
    }

    /// Paths under which documents of the lane may lie still although nobody lies
    /// there any more; of each, where its organisation lies now.
    public Map<String, String> toFollow(Lane lane) {
        return stale(lane).now();
    }

    /// What lies at the path or below it: one term, whatever the size of
    /// the subtree.
    public Query below(Lane lane, String path) {
        StalePlaces stale = stale(lane);
        return stale.isEmpty() ? Terms.is("ancestors", path) : found(stale, "ancestors", path);
    }

    /// What lies at exactly the path.
    public Query at(Lane lane, String path) {
        StalePlaces stale = stale(lane);
        return stale.isEmpty() ? Terms.is("path", path) : found(stale, "path", path);
    }

    private static Query found(StalePlaces stale, String field, String path) {
        List<String> left = Stream.concat(stale.within(path).stream(), stale.above(path).stream()).distinct().toList();
        BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
        any.should(without(Terms.is(field, path), left));
        stale.now().forEach((old, now) -> {
            String there = field.equals("ancestors") && now.startsWith(path) ? old : moved(path, old, now);
            if (there != null && !there.isEmpty()) {
                any.should(without(Terms.is(field, there), stale.within(old).stream().filter(o -> !o.equals(old)).toList()));
            }
        });
        return Query.of(q -> q.bool(any.build()));
    }

    /// Where what belongs to the path lies still, if it lay below the old one.
    private static @Nullable String moved(String path, String old, String now) {
        return now.isEmpty() || !path.startsWith(now) ? null : old + path.substring(now.length());
    }

    private static Query without(Query query, List<String> places) {
        return places.isEmpty() ? query : Query.of(q -> q.bool(b -> b.filter(query).mustNot(Terms.anyOf("ancestors", places))));
    }
}
