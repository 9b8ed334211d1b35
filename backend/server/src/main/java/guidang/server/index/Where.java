package guidang.server.index;

import java.util.List;

/// A place in the tree, as documents hold it.
///
/// @param ancestors
///            the paths of all above it and its own: a subtree is one term
/// @param level
///            how deep it lies: 1 for the root
record Where(String path, List<String> ancestors, int level) {
    static Where at(String path) {
        List<String> ancestors = Paths.upTo(path);
        return new Where(path, ancestors, ancestors.size());
    }
}
