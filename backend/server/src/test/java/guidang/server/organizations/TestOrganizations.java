package guidang.server.organizations;

import guidang.server.journal.Command;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.util.unit.DataSize;

/// The tree for other rooms' tests, over their journal.
public final class TestOrganizations {
    private final Journal journal;
    private final Blobs blobs;
    private final Tree tree = new Tree();

    public TestOrganizations(Journal journal, Blobs blobs) {
        this.journal = journal;
        this.blobs = blobs;
        new TreeStart(journal, tree, blobs, new OrganizationsSettings("ROOT", "根", DataSize.ofMegabytes(1))).grown().toFuture()
                .join();
    }

    public Organizations organizations() {
        return new Organizations(tree);
    }

    /// Makes branches right below one that exists.
    public void branches(String parent, List<String> codes) {
        OperationId operation = OperationId.of("test", "branches", parent + codes);
        TreeMap<String, String> names = new TreeMap<>();
        codes.forEach(code -> names.put(code, code));
        Blobs.Ref details = Objects.requireNonNull(blobs.put(operation, OrganizationCodec.details(names)).toFuture().join());
        journal.submit(new Command(operation, "", _ -> codes.stream().map(code -> OrganizationCodec.write(new Code(code),
                new OrganizationRecord.Created(new Code(parent), OrganizationType.BRANCH, details))).toList())).toFuture().join();
    }
}
