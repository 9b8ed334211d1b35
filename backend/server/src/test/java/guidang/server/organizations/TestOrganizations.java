package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.util.unit.DataSize;

/// The tree for other rooms' tests, over their journal.
public final class TestOrganizations {
    private final Journal journal;
    private final Blobs blobs;
    private static final Blobs.Ref NOTHING = new Blobs.Ref("0".repeat(64), 0);
    private final Tree tree = new Tree();
    private int next;

    public TestOrganizations(Journal journal, Blobs blobs) {
        this.journal = journal;
        this.blobs = blobs;
        new TreeStart(journal, tree, blobs, new OrganizationsSettings("ROOT", "根", DataSize.ofMegabytes(1))).grown().toFuture()
                .join();
    }

    public Organizations organizations() {
        return new Organizations(tree);
    }

    /// Lays one under another one, with all below it.
    public Committed move(String code, String parent) {
        return change(code, new OrganizationRecord.Moved(new Code(parent), NOTHING, null));
    }

    /// Lets one go into another one.
    public void merge(String code, String into) {
        change(code, new OrganizationRecord.Merged(new Code(into), NOTHING, null));
    }

    /// Lets one end that has nobody at work below it.
    public void close(String code) {
        change(code, new OrganizationRecord.Closed(NOTHING, null));
    }

    private Committed change(String code, OrganizationRecord record) {
        Caller chen = new Caller("chen", "陈", Set.of(new Grant(Role.ADMINISTRATOR, new Code("ROOT"))));
        Changes changes = new Changes(chen, organizations(),
                List.of(new Changes.Change(new Code(code), record, Changes.Change.ANY)));
        return journal.submit(new Command(OperationId.of("test", "change", Integer.toString(next++)), "", changes)).toFuture()
                .join();
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
