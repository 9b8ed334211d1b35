package guidang.server.organizations;

import guidang.server.access.OrganizationPaths;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The tree of now, as other rooms use it; kept in memory, never a step behind
/// this replica's own writes.
@Component
public final class Organizations implements OrganizationPaths {
    private final Tree tree;

    Organizations(Tree tree) {
        this.tree = tree;
    }

    @Override
    public Optional<String> path(Code code) {
        return tree.find(code).map(TreeNode::path);
    }

    /// The path of the root; empty before it is made.
    public Optional<String> root() {
        return tree.root().map(TreeNode::path);
    }

    /// The organisations directly below, in the order of their codes.
    public List<Code> children(Code code) {
        return tree.find(code).map(n -> List.copyOf(n.children().keySet())).orElse(List.of());
    }

    /// An organisation as a roster or an export names it.
    ///
    /// @param path
    ///            from the root, each code followed by a slash
    public record Place(Code code, OrganizationType type, String path) {}

    /// All that lie below the organisation, itself left out, in the order of their
    /// codes, as the tree was when the given commit was applied. Lazy: nothing
    /// is collected.
    public Stream<Place> below(Code code, long commit) {
        return tree.find(code).stream().flatMap(top -> tree.all().filter(n -> n.commit() <= commit && n.liesBelow(top)))
                .map(n -> new Place(n.code(), n.type(), n.path()));
    }

    /// The organisation itself; empty where it does not exist.
    public Optional<Place> place(Code code) {
        return tree.find(code).map(n -> new Place(n.code(), n.type(), n.path()));
    }

    /// How many organisations there are.
    public int size() {
        return tree.size();
    }

    /// As [Lineage#of], in at most two rounds: the tree of now says beforehand
    /// which streams will be read.
    public List<Code> lineage(View view, Code organization) {
        tree.find(organization).ifPresent(
                node -> view.need(node.lineage().stream().map(n -> StreamKey.organization(n.code())).toList()));
        return Lineage.of(view, organization);
    }
}
