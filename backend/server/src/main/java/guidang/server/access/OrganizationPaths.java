package guidang.server.access;

import guidang.server.kernel.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where an organisation lies; implemented by `organizations`. A view is how
/// many commits of the journal had been made.
public interface OrganizationPaths {
    /// The path from the root in the tree of now, each code followed by a slash:
    /// `ROOT/BUREAU-1/BRANCH-7/`; empty where the code is unknown. It ends with the
    /// organisation's own code. A merged organisation lies below its successor.
    Optional<String> path(Code code);

    /// The organisation that lies at the path: its last code.
    static Code at(String path) {
        return new Code(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
    }

    /// The path in an earlier view; empty where it did not exist yet.
    default Optional<String> pathAt(Code code, long view) {
        return path(code);
    }

    /// The codes from the root to whoever answers for what the organisation filed
    /// in the view, by which others accept it: of a merged one to its successor.
    /// Those above that were at work no more are left out. Empty where it did
    /// not exist.
    default List<Code> accountable(Code code, long view) {
        return pathAt(code, view).stream().flatMap(path -> Stream.of(path.split("/"))).map(Code::new).toList();
    }

    /// Who holds its grants now: itself while it is at work, else its successor,
    /// which of a closed one is the one above.
    default Code successor(Code code) {
        return code;
    }

    /// The paths of those whose records passed to it.
    default Set<String> passedTo(Code code) {
        return Set.of();
    }

    /// How many commits the tree of now has seen.
    default long position() {
        return Long.MAX_VALUE;
    }

    /// An organisation that came to lie elsewhere, with all below it.
    ///
    /// @param commit
    ///            in which it did
    record Relocated(long commit, Code organization) {}

    /// Those that the view had not yet seen, in order.
    default List<Relocated> relocations(long view) {
        return List.of();
    }

    /// The commit of the last one; -1 where there was none.
    default long lastRelocation() {
        return -1;
    }
}
