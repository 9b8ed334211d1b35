package guidang.server.organizations;

import guidang.server.kernel.Code;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Organisations with their names, for whoever looks for one that is named in
/// a document.
@Component
public final class Namesakes {
    private final Tree tree;
    private final Names names;

    Namesakes(Tree tree, Names names) {
        this.tree = tree;
        this.names = names;
    }

    /// An organisation and what it is called.
    public record Named(Code code, String name) {}

    /// Those at the given places and below, parents first, none twice; no more than
    /// the limit. One whose name can't be read is left out.
    public Mono<List<Named>> below(Collection<Code> tops, int limit) {
        Supplier<Stream<TreeNode>> all = () -> tops.stream().sorted().flatMap(top -> tree.find(top).stream())
                .flatMap(TreeNode::subtree).distinct().limit(limit);
        // Every one is looked at: not on a thread that serves others.
        return Mono.defer(() -> names.load(all.get())).then(Mono.fromSupplier(() -> named(all.get())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static List<Named> named(Stream<TreeNode> nodes) {
        return nodes.filter(node -> node.name() != null)
                .map(node -> new Named(node.code(), Objects.requireNonNull(node.name()))).toList();
    }
}
