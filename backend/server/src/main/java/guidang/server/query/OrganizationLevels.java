package guidang.server.query;

import guidang.server.access.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Organisations of a facet or of a table's rows, by path.
///
/// @param of
///            those whose children are counted
/// @param themselves
///            those that are counted themselves
public record OrganizationLevels(List<String> of, List<String> themselves) {
    public OrganizationLevels {
        of = List.copyOf(of);
        themselves = List.copyOf(themselves);
    }

    /// Beside an organisation, and below it; without one where the scope begins.
    /// Nothing above the scope is named.
    public static OrganizationLevels of(@Nullable String below, Scope scope) {
        if (below == null) {
            List<String> own = Stream.concat(scope.subtrees().stream(), scope.organizations().stream()).toList();
            return own.size() == 1 && scope.organizations().isEmpty()
                    ? new OrganizationLevels(own, List.of())
                    : new OrganizationLevels(List.of(), own);
        }
        String above = Paths.above(below);
        return !above.isEmpty() && scope.includes(above)
                ? new OrganizationLevels(List.of(above, below), List.of())
                : new OrganizationLevels(List.of(below), List.of(below));
    }
}
