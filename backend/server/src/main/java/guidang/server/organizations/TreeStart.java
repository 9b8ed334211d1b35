package guidang.server.organizations;

import guidang.server.journal.Command;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads the tree when the journal is open, and makes the root on an
/// empty store.
@Component
final class TreeStart implements SmartLifecycle {
    private final Journal journal;
    private final Tree tree;
    private final Blobs blobs;
    private final OrganizationsSettings settings;
    private volatile boolean running;

    TreeStart(Journal journal, Tree tree, Blobs blobs, OrganizationsSettings settings) {
        this.journal = journal;
        this.tree = tree;
        this.blobs = blobs;
        this.settings = settings;
    }

    @Override
    public void start() {
        grown().toFuture().join();
        running = true;
    }

    Mono<Void> grown() {
        return Mono.defer(() -> journal.follow(tree.position(), tree)).then(Mono.defer(this::root));
    }

    /// The root has one operation id, whoever makes it: two replicas that start at
    /// once make one root.
    private Mono<Void> root() {
        if (tree.root().isPresent()) {
            return Mono.empty();
        }
        Code code = new Code(settings.rootCode());
        OperationId operation = OperationId.of("system", "organizations", "root");
        TreeMap<String, String> names = new TreeMap<>();
        names.put(code.value(), settings.rootName());
        return blobs.put(operation, OrganizationCodec.details(names)).flatMap(ref -> journal.submit(root(operation, code, ref)))
                .then();
    }

    private Command root(OperationId operation, Code code, Blobs.Ref details) {
        String digest = Digests.hex((code + "\n" + settings.rootName()).getBytes(StandardCharsets.UTF_8));
        return new Command(operation, digest, view -> {
            view.need(List.of(StreamKey.organization(code)));
            return List
                    .of(OrganizationCodec.write(code, new OrganizationRecord.Created(null, OrganizationType.COMMITTEE, details)));
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Journal.PHASE + 1;
    }
}
