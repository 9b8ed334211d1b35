package guidang.server.index;

import java.util.ArrayList;
import java.util.List;

/// A place in the tree, as documents hold it.
///
/// @param ancestors
///            the paths of all above it and its own: a subtree is one term
/// @param level
///            1 is the highest: as it was said of the organisation, else how
///            deep it lies
record Where(String path, List<String> ancestors, int level) {
    static Where at(String path, int level) {
        return new Where(path, upTo(path), level);
    }

    /// The path of each organisation from the root down to this one.
    static List<String> upTo(String path) {
        List<String> all = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            all.add(path.substring(0, slash + 1));
        }
        return List.copyOf(all);
    }
}
