package guidang.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.kernel.Code;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopesTest {
    private static final Map<String, String> TREE = Map.of("ROOT", "ROOT/", "A", "ROOT/A/", "A1", "ROOT/A/A1/", "AB", "ROOT/AB/");
    private final Scopes scopes = new Scopes(code -> Optional.ofNullable(TREE.get(code.value())));

    @Test
    void aClerkReadsItsOwnOrganisationAndKnowsThoseBelow() {
        Caller clerk = caller(Role.CLERK, "A");
        assertThat(scopes.contents(clerk).includes("ROOT/A/")).isTrue();
        assertThat(scopes.contents(clerk).includes("ROOT/A/A1/")).isFalse();
        assertThat(scopes.figures(clerk)).isEqualTo(scopes.contents(clerk));
        assertThat(scopes.tree(clerk).includes("ROOT/A/A1/")).isTrue();
        assertThat(scopes.may(clerk, Role.CLERK, "ROOT/A/A1/")).isTrue();
    }

    @Test
    void officerAndAuditorReadTheirSubtrees() {
        for (Role role : new Role[]{Role.OFFICER, Role.AUDITOR}) {
            Scope scope = scopes.contents(caller(role, "A"));
            assertThat(scope.includes("ROOT/A/A1/")).isTrue();
            assertThat(scope.includes("ROOT/AB/")).as("a code that begins alike is no child").isFalse();
            assertThat(scope.includes("ROOT/")).isFalse();
        }
    }

    @Test
    void anAdministratorCountsAndReadsNothing() {
        Caller administrator = caller(Role.ADMINISTRATOR, "ROOT");
        assertThat(scopes.contents(administrator)).isEqualTo(Scope.NOTHING);
        assertThat(scopes.figures(administrator).includes("ROOT/A/A1/")).isTrue();
        assertThat(scopes.atRoot(administrator, Role.ADMINISTRATOR)).isTrue();
        assertThat(scopes.atRoot(caller(Role.ADMINISTRATOR, "A"), Role.ADMINISTRATOR)).isFalse();
    }

    @Test
    void aGrantAtAnUnknownOrganisationGivesNothing() {
        Caller stranger = caller(Role.OFFICER, "ZZZ");
        assertThat(scopes.contents(stranger).isEmpty()).isTrue();
        assertThat(scopes.tree(stranger).isEmpty()).isTrue();
        assertThat(scopes.contents(new Caller("x", "x", Set.of())).isEmpty()).isTrue();
    }

    @Test
    void whatMustNotBeKnownIsNotFound() {
        Caller officer = caller(Role.OFFICER, "A");
        assertThatThrownBy(() -> scopes.require(officer, Role.OFFICER, "ROOT/AB/")).hasMessage("not-found");
        assertThatThrownBy(() -> scopes.require(officer, Role.CLERK, "ROOT/A/")).hasMessage("forbidden");
        assertThatThrownBy(() -> scopes.require(officer, Role.OFFICER, new Code("AB"))).hasMessage("organization-unknown");
        assertThat(scopes.require(officer, Role.OFFICER, new Code("A1"))).isEqualTo("ROOT/A/A1/");
    }

    @Test
    void theTopsOfWhatIsHeldLieBelowNoOtherOne() {
        Caller several = new Caller("x", "x",
                Set.of(new Grant(Role.OFFICER, new Code("A1")), new Grant(Role.OFFICER, new Code("A")),
                        new Grant(Role.OFFICER, new Code("AB")), new Grant(Role.CLERK, new Code("ROOT")),
                        new Grant(Role.OFFICER, new Code("ZZZ"))));
        assertThat(scopes.tops(several, Set.of(Role.OFFICER))).containsExactly(new Code("A"), new Code("AB"));
        assertThat(scopes.tops(several, Set.of(Role.OFFICER, Role.CLERK))).containsExactly(new Code("ROOT"));
        assertThat(scopes.tops(several, Set.of(Role.AUDITOR))).isEmpty();
    }

    private static Caller caller(Role role, String organization) {
        return new Caller("somebody", "Somebody", Set.of(new Grant(role, new Code(organization))));
    }
}
