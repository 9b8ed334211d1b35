package guidang.server.query;

/// Paths in the tree: `ROOT/BUREAU-1/BRANCH-7/`.
final class Paths {
    private Paths() {
    }

    /// The code at the end of a path.
    static String code(String path) {
        int end = path.length() - 1;
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /// The path of the one above; empty of the root's.
    static String above(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    /// What matches the paths of the children. Codes hold nothing that means
    /// something in a pattern.
    static String childrenOf(String path) {
        return path + "[A-Z0-9-]+/";
    }
}
