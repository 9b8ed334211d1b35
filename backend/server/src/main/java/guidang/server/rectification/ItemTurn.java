package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.stream.Stream;

/// Whose items wait for a caller, on the tree of now: what [Hands] says of one
/// organisation, said of all of them. Who asked for what is not told: of the
/// requests that an officer made as a clerk, those wait for him too, and only
/// deciding refuses them.
///
/// @param below
///            paths of organisations, with all below which the caller decides as
///            an officer
/// @param except
///            the organisations there of which it does not: its own, and those
///            whose part passed to them
/// @param own
///            the organisations whose items the caller works on as a clerk, and
///            those whose part passed to them; one above them may act (代报), and
///            is not waited for
public record ItemTurn(List<String> below, List<Code> except, List<Code> own) {
    public ItemTurn {
        below = List.copyOf(below);
        except = List.copyOf(except);
        own = List.copyOf(own);
    }

    public static ItemTurn of(OrganizationPaths paths, Caller caller) {
        List<String> below = caller.at(Role.OFFICER).stream().flatMap(code -> paths.path(code).stream()).sorted().toList();
        List<Code> except = heldBy(paths, caller, Role.OFFICER)
                .filter(code -> Hands.now(paths, caller, code).officer().isEmpty()).toList();
        return new ItemTurn(below, except, heldBy(paths, caller, Role.CLERK).toList());
    }

    private static Stream<Code> heldBy(OrganizationPaths paths, Caller caller, Role role) {
        return caller.at(role).stream()
                .flatMap(code -> Stream.concat(Stream.of(code), paths.passedTo(code).stream().map(OrganizationPaths::at)))
                .distinct();
    }
}
