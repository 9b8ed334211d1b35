package guidang.server.organizations;

import guidang.server.access.OrganizationNames;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What organisations are called, now and in earlier views. A name is read from
/// its details blob when it is first asked for, with those of the same import,
/// and kept.
@Component
final class Names implements OrganizationNames {
    private static final Logger LOG = LoggerFactory.getLogger(Names.class);
    private static final int AT_ONCE = 8;

    private final Tree tree;
    private final Blobs blobs;

    Names(Tree tree, Blobs blobs) {
        this.tree = tree;
        this.blobs = blobs;
    }

    private record Blob(OperationId operation, Blobs.Ref ref) {
        static Blob of(Naming naming) {
            return new Blob(naming.operation(), naming.details());
        }
    }

    @Override
    public Mono<Map<Code, String>> names(Collection<Code> codes) {
        List<TreeNode> nodes = codes.stream().distinct().flatMap(code -> tree.find(code).stream()).toList();
        return load(nodes.stream()).then(Mono.fromSupplier(() -> nodes.stream().filter(n -> n.name() != null)
                .collect(Collectors.toMap(TreeNode::code, n -> Objects.requireNonNull(n.name())))));
    }

    /// Completes when those that can be read have their names. A blob that is
    /// missing leaves its organisations without: the code stands in.
    Mono<Void> load(Stream<TreeNode> nodes) {
        return load(nodes, TreeNode.NOW);
    }

    /// As [#load], for what they were called in an earlier view.
    Mono<Void> load(Stream<TreeNode> nodes, long view) {
        return read(nodes.flatMap(node -> Stream.ofNullable(node.at(view))).map(TreeState::naming));
    }

    Mono<Void> read(Stream<Naming> namings) {
        return Flux.fromStream(namings.filter(naming -> !naming.read()).map(Blob::of).distinct())
                .flatMap(this::read, AT_ONCE).then();
    }

    private Mono<Void> read(Blob blob) {
        return details(blob.operation, blob.ref).doOnNext(details -> keep(blob, details)).then();
    }

    /// A transaction's words; empty where they can't be read.
    Mono<OrganizationDetails> details(OperationId operation, Blobs.Ref ref) {
        return blobs.get(operation, ref).map(OrganizationCodec::details).onErrorResume(e -> unreadable(operation, e));
    }

    private void keep(Blob blob, OrganizationDetails details) {
        Map<String, String> names = Objects.requireNonNullElse(details.names(), Map.of());
        names.forEach((code, name) -> tree.find(new Code(code)).stream().flatMap(node -> node.states().stream())
                .map(TreeState::naming).filter(naming -> Blob.of(naming).equals(blob))
                .forEach(naming -> naming.read(name, details.shortName(code))));
    }

    private static Mono<OrganizationDetails> unreadable(OperationId operation, Throwable why) {
        LOG.warn("Names of operation {} can't be read: {}", operation, why.toString());
        return Mono.empty();
    }

    /// In that view; its code where it has no name that can be read.
    static String of(TreeNode node, long view) {
        TreeState then = node.at(view);
        String name = then == null ? null : then.naming().name();
        return Objects.requireNonNullElse(name, node.code().value());
    }

    static @Nullable String shortOf(TreeNode node, long view) {
        TreeState then = node.at(view);
        return then == null ? null : then.naming().shortName();
    }
}
