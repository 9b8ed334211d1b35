package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationStatus;
import guidang.server.organizations.OrganizationType;
import guidang.server.organizations.Organizations.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.NavigableSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhomTest {
    private static final Code ROOT = new Code("R");
    private static final List<OrganizationType> TYPES = List.of(OrganizationType.values());

    @Test
    void theOwnOrganisationIsAskedOnlyWhereItIsAlone() {
        Whom everybody = new Whom(ROOT, List.of());
        assertThat(everybody.asks(place("R/", OrganizationType.COMMITTEE), false)).isFalse();
        assertThat(everybody.asks(place("R/", OrganizationType.COMMITTEE), true)).isTrue();
        assertThat(everybody.asks(place("R/A/", OrganizationType.COMMITTEE), false)).isTrue();
        Whom picked = new Whom(ROOT, codes("A"), codes(), codes(), Whom.sorted(List.<Integer>of()),
                Whom.sorted(List.<OrganizationType>of()));
        assertThat(picked.asks(place("R/A/", OrganizationType.COMMITTEE), false)).isTrue();
        assertThat(picked.asks(place("R/A/B/", OrganizationType.BRANCH), false)).isTrue();
        assertThat(picked.asks(place("R/C/", OrganizationType.BRANCH), false)).isFalse();
        assertThat(picked.asks(place("X/A/", OrganizationType.BRANCH), false)).isFalse();
    }

    @Test
    void anyChoiceAsksWhomTheNaiveModelAsks() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Place> tree = tree(random);
            Whom whom = whom(random, tree);
            Map<Code, Code> parents = parents(tree);
            for (Place place : tree) {
                assertThat(whom.asks(place, false)).as("seed %d, %s of %s", seed, place, whom)
                        .isEqualTo(naive(whom, place, parents));
            }
        }
    }

    /// Walks up the tree, step by step.
    private static boolean naive(Whom whom, Place place, Map<Code, Code> parents) {
        Set<Code> above = new HashSet<>();
        int level = 0;
        boolean below = false;
        for (Code at = place.code(); at != null; at = parents.get(at)) {
            level++;
            below |= at.equals(whom.target());
            if (!below || at.equals(whom.target())) {
                above.add(at);
            }
        }
        boolean picked = above.stream().anyMatch(whom.targets()::contains);
        boolean out = above.stream().anyMatch(whom.leftOut()::contains) || whom.leftOutAlone().contains(place.code());
        boolean fits = (whom.levels().isEmpty() || whom.levels().contains(level))
                && (whom.types().isEmpty() || whom.types().contains(place.type()));
        return below && !place.code().equals(whom.target()) && picked && !out && fits;
    }

    private static Whom whom(Random random, List<Place> tree) {
        List<Code> all = tree.stream().map(Place::code).toList();
        Code target = all.get(random.nextInt(Math.min(4, all.size())));
        List<Code> targets = random.nextBoolean() ? List.of(target) : some(random, all);
        List<Integer> levels = random.nextBoolean() ? List.of() : List.of(1 + random.nextInt(5), 1 + random.nextInt(5));
        List<OrganizationType> types = random.nextBoolean()
                ? List.of()
                : List.of(TYPES.get(random.nextInt(TYPES.size())));
        return new Whom(target, Whom.sorted(targets), Whom.sorted(some(random, all)), Whom.sorted(some(random, all)),
                Whom.sorted(levels), Whom.sorted(types));
    }

    private static List<Code> some(Random random, List<Code> all) {
        List<Code> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }

    private static List<Place> tree(Random random) {
        List<Place> places = new ArrayList<>(List.of(place("R/", OrganizationType.COMMITTEE)));
        for (int i = 1; i < 40; i++) {
            String parent = places.get(random.nextInt(places.size())).path();
            places.add(place(parent + "N" + i + "/",
                    TYPES.get(random.nextInt(TYPES.size()))));
        }
        return places;
    }

    private static Map<Code, Code> parents(List<Place> tree) {
        Map<Code, Code> parents = new HashMap<>();
        for (Place place : tree) {
            String[] way = place.path().split("/", -1);
            if (way.length > 2) {
                parents.put(place.code(), new Code(way[way.length - 3]));
            }
        }
        return parents;
    }

    static NavigableSet<Code> codes(String... codes) {
        return Whom.sorted(Stream.of(codes).map(Code::new).toList());
    }

    static Place place(String path, OrganizationType type) {
        String[] way = path.split("/", -1);
        return new Place(new Code(way[way.length - 2]), type, way.length - 1, OrganizationStatus.OPEN, path);
    }
}
