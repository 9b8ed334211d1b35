package guidang.server.index;

import guidang.server.kernel.Code;
import guidang.server.organizations.Organizations;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Places by the tree of organisations.
@Component
final class TreePlaces implements Places {
    private final Organizations tree;

    TreePlaces(Organizations tree) {
        this.tree = tree;
    }

    @Override
    public List<Stay> stays(Code organization, long view) {
        return tree.place(organization).map(p -> new Stay(0, Instant.EPOCH, p.path(), p.type().text())).stream().toList();
    }
}
