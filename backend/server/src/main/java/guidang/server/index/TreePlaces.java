package guidang.server.index;

import guidang.server.kernel.Code;
import guidang.server.organizations.Organizations;
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
        return tree.position() < view ? List.of() : tree.stays(organization, view).stream().map(TreePlaces::stay).toList();
    }

    private static Stay stay(Organizations.Stay stay) {
        Organizations.Place place = stay.place();
        return new Stay(stay.commit(), stay.since(), place.path(), place.type().text(), place.level());
    }
}
