package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationType;
import guidang.server.organizations.Organizations.Place;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whom a campaign asks: everybody in the subtrees that were picked, as far as
/// levels, types and exceptions go. The campaign's own organisation asks and is
/// not asked, but where nobody lies below it.
///
/// @param target
///            the organisation whose campaign it is; all others lie below it
/// @param targets
///            the subtrees that were picked, each with its top
/// @param leftOut
///            organisations that are not asked, with all below them
/// @param leftOutAlone
///            organisations that are not asked, but those below them are
/// @param levels
///            1 is the highest ([Place]); empty: all
/// @param types
///            empty: all
public record Whom(Code target, NavigableSet<Code> targets, NavigableSet<Code> leftOut, NavigableSet<Code> leftOutAlone,
        NavigableSet<Integer> levels, NavigableSet<OrganizationType> types) {
    /// How deep a level may lie.
    static final int DEEPEST = 30;

    public Whom {
        targets = sorted(targets);
        leftOut = sorted(leftOut);
        leftOutAlone = sorted(leftOutAlone);
        levels = sorted(levels);
        types = sorted(types);
    }

    /// In order, so that the same wish has the same words.
    static <T extends Comparable<T>> NavigableSet<T> sorted(Collection<T> some) {
        return Collections.unmodifiableNavigableSet(new TreeSet<>(some));
    }

    /// Everybody of these types below the target.
    public Whom(Code target, List<OrganizationType> types) {
        this(target, sorted(List.of(target)), sorted(List.<Code>of()), sorted(List.<Code>of()), sorted(List.<Integer>of()),
                sorted(types));
    }

    /// All organisations that it names, the target first.
    Stream<Code> named() {
        return Stream.<Collection<Code>>of(List.of(target), targets, leftOut, leftOutAlone).flatMap(Collection::stream)
                .distinct();
    }

    /// Whether an organisation is asked that lies at or below the target.
    ///
    /// @param alone
    ///            whether nobody lies below the target
    boolean asks(Place place, boolean alone) {
        List<Code> way = way(place.path());
        boolean own = way.size() == 1 && !alone;
        return !way.isEmpty() && !own && (types.isEmpty() || types.contains(place.type()))
                && (levels.isEmpty() || levels.contains(place.level())) && !leftOutAlone.contains(place.code())
                && way.stream().anyMatch(targets::contains) && way.stream().noneMatch(leftOut::contains);
    }

    /// Whether an organisation may file in the campaign: it lies in one of its
    /// subtrees.
    ///
    /// @param lineage
    ///            from the root to the organisation
    public boolean reaches(List<Code> lineage) {
        return lineage.contains(target);
    }

    /// The codes from the target down to a place; empty where it does not
    /// lie there.
    private List<Code> way(String path) {
        List<Code> all = Arrays.stream(path.split("/", -1)).filter(code -> !code.isEmpty()).map(Code::new).toList();
        int from = all.indexOf(target);
        return from < 0 ? List.of() : all.subList(from, all.size());
    }
}
