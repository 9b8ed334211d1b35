package guidang.server.organizations;

import guidang.server.access.OrganizationPaths;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The tree of now and of any earlier time, as other rooms use it; kept in
/// memory, never a step behind this replica's own writes.
///
/// A time is a view: how many commits had been made. A closed organisation lies
/// where it lay, a merged one below its successor: so whoever reads the one
/// above reads what passed to it.
@Component
public final class Organizations implements OrganizationPaths {
    /// The view of now.
    public static final long NOW = TreeNode.NOW;

    private final Tree tree;

    Organizations(Tree tree) {
        this.tree = tree;
    }

    @Override
    public Optional<String> path(Code code) {
        return tree.find(code).map(TreeNode::path);
    }

    @Override
    public Optional<String> pathAt(Code code, long view) {
        return tree.find(code).filter(node -> node.at(view) != null).map(node -> node.path(view));
    }

    @Override
    public List<Code> accountable(Code code, long view) {
        List<TreeNode> lineage = tree.find(code).filter(node -> node.at(view) != null)
                .map(node -> List.copyOf(node.lineage(view))).orElse(List.of());
        Map<Code, OrganizationStatus> status = lineage.stream()
                .collect(Collectors.toMap(TreeNode::code, node -> Objects.requireNonNull(node.at(view)).status()));
        return Lineage.accountable(lineage.stream().map(TreeNode::code).toList(),
                each -> Objects.requireNonNull(status.get(each)));
    }

    @Override
    public Code successor(Code code) {
        TreeNode at = tree.find(code).orElse(null);
        while (at != null && !at.open() && at.parent() != null) {
            at = at.parent();
        }
        return at == null ? code : at.code();
    }

    @Override
    public Set<String> passedTo(Code code) {
        return tree.find(code).filter(node -> !node.gone().isEmpty()).map(Organizations::passedTo).orElse(Set.of());
    }

    /// None of those below a closed one is at work.
    private static Set<String> passedTo(TreeNode node) {
        return node.gone().values().stream().flatMap(gone -> gone.subtree(NOW, true)).map(TreeNode::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public long position() {
        return tree.position();
    }

    @Override
    public long lastRelocation() {
        return tree.relocations().last();
    }

    @Override
    public List<Relocated> relocations(long view) {
        return tree.relocations().since(view).stream().map(each -> new Relocated(each.commit(), each.node().code())).toList();
    }

    /// The view that people had at that time, as far as the tree is concerned.
    public long view(Instant time) {
        return tree.view(time);
    }

    /// The path of the root; empty before it is made.
    public Optional<String> root() {
        return tree.root().map(TreeNode::path);
    }

    /// The organisations directly below that are at work, in the order of
    /// their codes.
    public List<Code> children(Code code) {
        return tree.find(code).map(n -> List.copyOf(n.children().keySet())).orElse(List.of());
    }

    /// As [#children], in an earlier view.
    public List<Code> childrenAt(Code code, long view) {
        return tree.find(code).map(n -> n.children(view, false).map(TreeNode::code).toList()).orElse(List.of());
    }

    /// An organisation as a roster or an export names it.
    ///
    /// @param level
    ///            1 is the highest: as it was said of the organisation, else how
    ///            deep it lies
    /// @param path
    ///            from the root, each code followed by a slash
    public record Place(Code code, OrganizationType type, int level, OrganizationStatus status, String path) {}

    /// All that lie below the organisation and are at work, itself left out, in the
    /// order of their codes, as the tree was when the given commit was applied.
    /// Lazy: nothing is collected.
    public Stream<Place> below(Code code, long commit) {
        long view = commit + 1;
        return tree.find(code).stream().flatMap(top -> tree.all().filter(n -> n.liesBelow(top, view)))
                .flatMap(n -> place(n, view).stream()).filter(place -> place.status() == OrganizationStatus.OPEN);
    }

    /// The organisation itself; empty where it does not exist.
    public Optional<Place> place(Code code) {
        return placeAt(code, NOW);
    }

    /// As [#place], in an earlier view; empty where it did not exist yet.
    public Optional<Place> placeAt(Code code, long view) {
        return tree.find(code).flatMap(node -> place(node, view));
    }

    static Optional<Place> place(TreeNode node, long view) {
        return Optional.ofNullable(node.at(view))
                .map(then -> new Place(node.code(), then.type(), level(node, view), then.status(), node.path(view)));
    }

    static int level(TreeNode node, long view) {
        TreeState then = node.at(view);
        return then != null && then.level() > 0 ? then.level() : node.lineage(view).size();
    }

    /// What an organisation was from a commit on, until the next one of the list.
    ///
    /// @param since
    ///            the commit's time
    public record Stay(long commit, Instant since, Place place) {}

    /// All that it was in the view and before, in order: another path, type, level
    /// or status each time. The last one is that of the view.
    public List<Stay> stays(Code code, long view) {
        return tree.find(code).map(node -> Stays.of(node, view)).orElse(List.of());
    }

    /// How many organisations there are, closed ones too.
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

    /// One that lies directly below the organisation and is at work, in the view
    /// and after what was changed meanwhile; empty where there is none. The tree in
    /// memory says which: within a decision it has seen all that the view has, but
    /// for the commands before it in the same batch.
    Optional<Code> anyOpenBelow(View view, Code organization, Map<Code, OrganizationState> changed) {
        if (tree.position() != view.position()) {
            throw new Problem(ProblemType.BUSY);
        }
        Map<Code, OrganizationState> newer = new HashMap<>();
        view.grown("organizations").stream().map(OrganizationCodec::code)
                .forEach(code -> newer.put(code, OrganizationState.in(view, code).orElseThrow()));
        newer.putAll(changed);
        Stream<Code> still = tree.find(organization).stream().flatMap(node -> node.children().keySet().stream())
                .filter(code -> !newer.containsKey(code));
        Stream<Code> since = newer.entrySet().stream()
                .filter(each -> each.getValue().open() && organization.equals(each.getValue().parent())).map(Map.Entry::getKey);
        return Stream.concat(still, since).findFirst();
    }

    /// Passes where the organisation is at work in the view. To be asked after the
    /// caller's right, which must not be told by the answer.
    ///
    /// @throws Problem
    ///             `ORGANIZATION_CLOSED` where it is closed or merged
    public static void requireOpen(View view, Code organization) {
        if (OrganizationState.in(view, organization).filter(state -> !state.open()).isPresent()) {
            throw new Problem(ProblemType.ORGANIZATION_CLOSED, "organization", organization.value());
        }
    }
}
