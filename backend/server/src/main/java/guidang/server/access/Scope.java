package guidang.server.access;

import java.util.Set;

/// What a caller may read, as paths. Denied by default: an empty scope matches
/// nothing.
///
/// @param subtrees
///            path prefixes, each with all that lies below
/// @param organizations
///            paths that match exactly: a clerk reads its own organisation and
///            not those below
public record Scope(Set<String> subtrees, Set<String> organizations) {
    public static final Scope NOTHING = new Scope(Set.of(), Set.of());

    /// Whether an organisation that lies at the path may be read.
    public boolean includes(String path) {
        return organizations.contains(path) || subtrees.stream().anyMatch(path::startsWith);
    }

    public boolean isEmpty() {
        return subtrees.isEmpty() && organizations.isEmpty();
    }
}
