package guidang.server.campaigns;

import guidang.server.organizations.Organizations;
import guidang.server.organizations.Organizations.Place;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who is asked, by the tree.
@Component
final class Asked {
    /// The tree of now: after every commit there will be.
    static final long NOW = Long.MAX_VALUE - 1;

    private final Organizations tree;

    Asked(Organizations tree) {
        this.tree = tree;
    }

    /// In the order of their codes, by the tree as it was when the commit was
    /// applied. Lazy: nothing is collected.
    Stream<Place> of(Whom whom, long commit) {
        boolean alone = tree.below(whom.target(), commit).findAny().isEmpty();
        Stream<Place> places = alone ? tree.placeAt(whom.target(), commit + 1).stream() : tree.below(whom.target(), commit);
        return places.filter(place -> whom.asks(place, alone));
    }
}
