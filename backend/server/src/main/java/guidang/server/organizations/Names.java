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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What organisations are called. A name is read from its details blob when it
/// is first asked for, with those of the same import, and kept.
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

    private record Blob(OperationId operation, Blobs.Ref ref) {}

    @Override
    public Mono<Map<Code, String>> names(Collection<Code> codes) {
        List<TreeNode> nodes = codes.stream().distinct().flatMap(code -> tree.find(code).stream()).toList();
        return load(nodes.stream()).then(Mono.fromSupplier(() -> nodes.stream().filter(n -> n.name() != null)
                .collect(Collectors.toMap(TreeNode::code, n -> Objects.requireNonNull(n.name())))));
    }

    /// Completes when those that can be read have their names. A blob that is
    /// missing leaves its organisations without: the code stands in.
    Mono<Void> load(Stream<TreeNode> nodes) {
        return Flux.fromStream(nodes.filter(n -> n.name() == null).map(n -> new Blob(n.operation(), n.details())).distinct())
                .flatMap(this::load, AT_ONCE).then();
    }

    private Mono<Void> load(Blob blob) {
        return blobs.get(blob.operation(), blob.ref()).doOnNext(this::keep).then().onErrorResume(e -> unreadable(blob, e));
    }

    private void keep(byte[] details) {
        OrganizationCodec.names(details).forEach((code, name) -> tree.find(new Code(code)).ifPresent(node -> node.name(name)));
    }

    private static Mono<Void> unreadable(Blob blob, Throwable why) {
        LOG.warn("Names of operation {} can't be read: {}", blob.operation(), why.toString());
        return Mono.empty();
    }
}
