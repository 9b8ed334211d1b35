package guidang.server.index;

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
        return new Where(path, Paths.upTo(path), level);
    }
}
