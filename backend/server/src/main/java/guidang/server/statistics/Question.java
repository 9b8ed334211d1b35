package guidang.server.statistics;

import guidang.server.access.Scope;
import guidang.server.query.ItemFilter;
import guidang.server.query.ObligationFilter;
import guidang.server.query.OrganizationLevels;
import guidang.server.query.TreeMeant;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is asked, within the caller's scope.
///
/// @param lying
///            from where an organisation lies now to where it lies in the tree
///            that is meant
/// @param moment
///            of the past; none: the present
/// @param against
///            another campaign
record Question(Scope scope, ObligationFilter filter, UnaryOperator<String> lying, @Nullable Instant moment,
        @Nullable String against, long position) {
    /// The same of another campaign.
    Question of(String campaign) {
        return new Question(scope, filter.campaign(campaign), lying, moment, null, position);
    }

    /// The same within another scope.
    Question within(Scope other) {
        return new Question(other, filter, lying, moment, against, position);
    }

    /// Which rectification items are meant.
    ItemFilter items() {
        return new ItemFilter(filter.campaign(), filter.below(), filter.alone(), filter.tree());
    }

    boolean then() {
        return filter.tree() == TreeMeant.THEN;
    }

    /// The organisations directly below the one that was asked for; without one
    /// those at which the scope begins.
    OrganizationLevels levels() {
        String below = filter.below();
        return below == null
                ? new OrganizationLevels(List.of(), beginnings())
                : new OrganizationLevels(List.of(below), List.of());
    }

    /// Without those that lie below another one.
    private List<String> beginnings() {
        return Stream.concat(scope.subtrees().stream(), scope.organizations().stream()).distinct()
                .filter(path -> scope.subtrees().stream().noneMatch(above -> !path.equals(above) && path.startsWith(above)))
                .map(lying).toList();
    }
}
