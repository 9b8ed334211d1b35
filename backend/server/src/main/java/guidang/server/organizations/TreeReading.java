package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationController.Ancestor;
import guidang.server.organizations.OrganizationController.Organization;
import guidang.server.organizations.OrganizationController.OrganizationPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Pages of the tree within a caller's scope.
@Service
class TreeReading {
    private final Tree tree;
    private final Names names;
    private final Scopes scopes;

    TreeReading(Tree tree, Names names, Scopes scopes) {
        this.tree = tree;
        this.names = names;
        this.scopes = scopes;
    }

    Mono<Organization> detail(Caller caller, Code code) {
        scopes.known(caller, code);
        TreeNode node = tree.find(code).orElseThrow();
        Scope scope = scopes.tree(caller);
        List<TreeNode> above = node.lineage().stream().filter(n -> n != node && scope.includes(n.path())).toList();
        return names.load(node.lineage().stream()).then(Mono.fromSupplier(() -> detail(node, above)));
    }

    private static Organization detail(TreeNode node, List<TreeNode> above) {
        return shown(node, above.stream().map(n -> new Ancestor(n.code().value(), name(n))).toList());
    }

    /// @param parent
    ///            null for the tops of the caller's parts of the tree
    /// @param query
    ///            null for those directly below only
    Mono<OrganizationPage> page(Caller caller, @Nullable Code parent, @Nullable String query, @Nullable Code after, int size) {
        List<TreeNode> tops = parent == null ? tops(caller) : List.of(known(caller, parent));
        if (query != null) {
            // Every name below is looked at: not on a thread that serves others.
            return names.load(tops.stream().flatMap(TreeNode::subtree)).then(
                    Mono.fromSupplier(() -> cut(() -> matches(tops, query), after, size))
                            .subscribeOn(Schedulers.boundedElastic()))
                    .flatMap(this::shown);
        }
        Collection<TreeNode> all = parent == null ? tops : tops.getFirst().children().values();
        return shown(cut(all::stream, after, size));
    }

    private TreeNode known(Caller caller, Code code) {
        scopes.known(caller, code);
        return tree.find(code).orElseThrow();
    }

    /// Where the caller's grants lie, those below another of them left out.
    private List<TreeNode> tops(Caller caller) {
        List<TreeNode> granted = caller.grants().stream().map(g -> g.organization()).distinct().sorted()
                .flatMap(c -> tree.find(c).stream())
                .toList();
        return granted.stream().filter(n -> granted.stream().noneMatch(o -> o != n && n.path().startsWith(o.path()))).toList();
    }

    private static Stream<TreeNode> matches(List<TreeNode> tops, String query) {
        String lower = query.toLowerCase(Locale.ROOT);
        Predicate<TreeNode> named = n -> name(n).toLowerCase(Locale.ROOT).contains(lower);
        Predicate<TreeNode> coded = n -> n.code().value().toLowerCase(Locale.ROOT).contains(lower);
        return tops.stream().flatMap(TreeNode::subtree).filter(named.or(coded));
    }

    private record Cut(List<TreeNode> nodes, long total, boolean more) {}

    /// One pass: counts all, keeps one page.
    private static Cut cut(Supplier<Stream<TreeNode>> all, @Nullable Code after, int size) {
        List<TreeNode> page = new ArrayList<>();
        boolean passed = after == null;
        boolean more = false;
        long total = 0;
        for (TreeNode node : (Iterable<TreeNode>) all.get()::iterator) {
            total++;
            if (passed && page.size() < size) {
                page.add(node);
            } else if (passed) {
                more = true;
            } else {
                passed = node.code().equals(after);
            }
        }
        return new Cut(page, total, more);
    }

    private Mono<OrganizationPage> shown(Cut cut) {
        return names.load(cut.nodes().stream())
                .then(Mono.fromSupplier(() -> new OrganizationPage(cut.nodes().stream().map(node -> shown(node, null)).toList(),
                        cut.total(), cut.more() ? cut.nodes().getLast().code().value() : null)));
    }

    private static Organization shown(TreeNode node, @Nullable List<Ancestor> ancestors) {
        TreeNode parent = node.parent();
        return new Organization(node.code().value(), name(node), node.type(), parent == null ? null : parent.code().value(),
                node.path(),
                node.children().size(), ancestors);
    }

    private static String name(TreeNode node) {
        return Objects.requireNonNullElse(node.name(), node.code().value());
    }
}
