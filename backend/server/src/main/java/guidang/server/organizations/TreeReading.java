package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.OrganizationController.Ancestor;
import guidang.server.organizations.OrganizationController.Organization;
import guidang.server.organizations.OrganizationController.OrganizationPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Pages of the tree within a caller's scope. The scope follows the tree of
/// now, whatever the time that is asked for: who lies elsewhere today is
/// left out.
@Service
class TreeReading {
    private final Tree tree;
    private final Names names;
    private final Scopes scopes;
    private final Moments moments;

    TreeReading(Tree tree, Names names, Scopes scopes, Moments moments) {
        this.tree = tree;
        this.names = names;
        this.scopes = scopes;
        this.moments = moments;
    }

    /// What is asked for.
    ///
    /// @param parent
    ///            null for the tops of the caller's parts of the tree
    /// @param query
    ///            null for those directly below only
    /// @param closed
    ///            whether those that are not at work are wanted too
    record Asked(@Nullable Code parent, @Nullable String query, @Nullable Code after, int size, @Nullable String asOf,
            boolean closed) {}

    Mono<Organization> detail(Caller caller, Code code, @Nullable String asOf) {
        long view = moments.view(asOf);
        TreeNode node = known(caller, code);
        if (node.at(view) == null) {
            throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", code.value());
        }
        Scope scope = scopes.tree(caller);
        List<TreeNode> above = node.lineage(view).stream().filter(n -> n != node && scope.includes(n.path())).toList();
        return names.load(node.lineage(view).stream(), view).then(Mono.fromSupplier(() -> shown(node, view, above)));
    }

    Mono<OrganizationPage> page(Caller caller, Asked asked) {
        long view = moments.view(asked.asOf);
        Within within = new Within(scopes.tree(caller), view, asked.closed);
        List<TreeNode> tops = asked.parent == null ? tops(caller, view) : List.of(known(caller, asked.parent));
        if (asked.query == null) {
            Supplier<Stream<TreeNode>> all = asked.parent == null ? tops::stream : () -> within.children(tops.getFirst());
            return offThread(() -> cut(all, asked)).flatMap(cut -> shown(cut, view));
        }
        Sought sought = Sought.of(asked.query);
        Supplier<Stream<TreeNode>> all = () -> tops.stream().flatMap(within::subtree);
        return Mono.defer(() -> names.load(all.get(), view)).subscribeOn(Schedulers.boundedElastic())
                .then(offThread(() -> cut(() -> all.get().filter(node -> found(node, view, sought)), asked)))
                .flatMap(cut -> shown(cut, view));
    }

    /// Every one below is looked at: not on a thread that serves others.
    private static <T> Mono<T> offThread(Supplier<T> work) {
        return Mono.fromSupplier(work).subscribeOn(Schedulers.boundedElastic());
    }

    /// What of the tree at a time is shown.
    private record Within(Scope scope, long view, boolean closed) {
        Stream<TreeNode> children(TreeNode node) {
            return node.children(view, closed).filter(this::includes);
        }

        Stream<TreeNode> subtree(TreeNode top) {
            return top.subtree(view, closed).filter(this::includes);
        }

        private boolean includes(TreeNode node) {
            return view == TreeNode.NOW || scope.includes(node.path());
        }
    }

    TreeNode known(Caller caller, Code code) {
        scopes.known(caller, code);
        return tree.find(code).orElseThrow();
    }

    /// Where the caller's grants lie, those below another of them left out.
    List<TreeNode> tops(Caller caller, long view) {
        List<TreeNode> granted = caller.grants().stream().map(g -> g.organization()).distinct().sorted()
                .flatMap(c -> tree.find(c).stream()).filter(n -> n.at(view) != null)
                .toList();
        return granted.stream().filter(n -> granted.stream().noneMatch(o -> o != n && n.path().startsWith(o.path()))).toList();
    }

    private static boolean found(TreeNode node, long view, Sought sought) {
        TreeState then = node.at(view);
        String text = then == null ? null : then.naming().sought();
        return sought.in(node.code().value(), Objects.requireNonNullElse(text, "\n\n\n"));
    }

    private record Cut(List<TreeNode> nodes, long total, boolean more) {}

    /// One pass: counts all, keeps one page.
    private static Cut cut(Supplier<Stream<TreeNode>> all, Asked asked) {
        List<TreeNode> page = new ArrayList<>();
        boolean passed = asked.after == null;
        boolean more = false;
        long total = 0;
        for (TreeNode node : (Iterable<TreeNode>) all.get()::iterator) {
            total++;
            if (passed && page.size() < asked.size) {
                page.add(node);
            } else if (passed) {
                more = true;
            } else {
                passed = node.code().equals(asked.after);
            }
        }
        return new Cut(page, total, more);
    }

    private Mono<OrganizationPage> shown(Cut cut, long view) {
        Stream<TreeNode> named = cut.nodes().stream()
                .flatMap(node -> Stream.concat(Stream.of(node), successor(node, view).stream()));
        return names.load(named, view).then(Mono.fromSupplier(() -> new OrganizationPage(
                cut.nodes().stream().map(node -> shown(node, view, null)).toList(), cut.total(),
                cut.more() ? cut.nodes().getLast().code().value() : null)));
    }

    /// Of one that went into another.
    private static java.util.Optional<TreeNode> successor(TreeNode node, long view) {
        TreeState then = node.at(view);
        return then == null || then.status() != OrganizationStatus.MERGED
                ? java.util.Optional.empty()
                : java.util.Optional.ofNullable(then.parent());
    }

    private static Organization shown(TreeNode node, long view, @Nullable List<TreeNode> above) {
        TreeState then = Objects.requireNonNull(node.at(view));
        TreeNode parent = then.parent();
        boolean closed = !then.open();
        return new Organization(node.code().value(), Names.of(node, view), then.naming().shortName(), then.type(),
                Organizations.level(node, view), then.level() > 0, parent == null ? null : parent.code().value(), node.path(view),
                view == TreeNode.NOW ? node.children().size() : (int) node.children(view, false).count(),
                then.status(), successor(node, view).map(to -> ancestor(to, view)).orElse(null),
                Instant.ofEpochMilli(node.states().getFirst().at()), closed ? Instant.ofEpochMilli(then.at()) : null,
                above == null ? null : above.stream().map(n -> ancestor(n, view)).toList());
    }

    static Ancestor ancestor(TreeNode node, long view) {
        return new Ancestor(node.code().value(), Names.of(node, view));
    }
}
