package guidang.server.index;

import guidang.server.access.OrganizationPaths;
import guidang.server.access.OrganizationPaths.Relocated;
import guidang.server.kernel.Code;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Paths under which organisations lay in one view or on the way to a later
/// one, and lie no more: what is indexed there belongs elsewhere.
///
/// @param now
///            of each such path, where its organisation lies in the later view
record StalePlaces(Map<String, String> now) {
    static final StalePlaces NONE = new StalePlaces(Map.of());

    /// @param from
    ///            the view whose tree all documents follow
    /// @param to
    ///            the later view
    static StalePlaces between(OrganizationPaths paths, long from, long to) {
        List<Relocated> relocated = paths.relocations(from).stream().filter(each -> each.commit() < to).toList();
        if (relocated.isEmpty()) {
            return NONE;
        }
        // Before and after each of these the tree was another one; each path of a moved one may still be found.
        Set<Long> views = Stream
                .concat(Stream.of(from), relocated.stream().flatMap(each -> Stream.of(each.commit(), each.commit() + 1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Code> codes = relocated.stream().map(Relocated::organization).collect(Collectors.toSet());
        Map<String, String> stale = new HashMap<>();
        for (Code code : codes) {
            String now = paths.pathAt(code, to).orElse("");
            views.stream().map(view -> paths.pathAt(code, view)).flatMap(Optional::stream).filter(old -> !old.equals(now))
                    .forEach(old -> stale.put(old, now));
        }
        return new StalePlaces(Map.copyOf(stale));
    }

    boolean isEmpty() {
        return now.isEmpty();
    }

    /// Stale paths that lie at the path or below it.
    List<String> within(String path) {
        return now.keySet().stream().filter(old -> old.startsWith(path)).sorted().toList();
    }

    /// Stale paths at which, or above which, the path lies.
    List<String> above(String path) {
        return now.keySet().stream().filter(path::startsWith).sorted().toList();
    }

    /// All stale paths, and where the moved ones lie now.
    List<String> all() {
        return Stream.concat(now.keySet().stream(), now.values().stream()).filter(path -> !path.isEmpty()).distinct().sorted()
                .toList();
    }

    List<String> old() {
        return now.keySet().stream().sorted().toList();
    }
}
