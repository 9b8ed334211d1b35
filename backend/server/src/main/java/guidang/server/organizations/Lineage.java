package guidang.server.organizations;

import guidang.server.journal.View;
import guidang.server.kernel.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where an organisation lies, read inside a decision from the view in which it
/// is committed.
public final class Lineage {
    private Lineage() {
    }

    /// The codes from the root to the organisation itself; empty where it does not
    /// exist. A closed one lies where it lay, a merged one below its successor. Each
    /// step up is another stream: [Organizations#lineage] says them all at
    /// once first.
    public static List<Code> of(View view, Code organization) {
        return of(code -> OrganizationState.in(view, code), organization);
    }

    /// Who holds the organisation's grants and records in the view: itself while it
    /// is at work, else its successor, which of a closed one is the one above.
    ///
    /// @param lineage
    ///            of the organisation
    public static Code holder(View view, List<Code> lineage) {
        return lineage.reversed().stream().filter(code -> is(view, code, OrganizationStatus.OPEN)).findFirst()
                .orElse(lineage.getLast());
    }

    /// The lineage of whoever answers for what the organisation filed, by which
    /// others accept it: of a merged one its successor's, so that nobody accepts
    /// what became its own. Those above that are at work no more are left out.
    public static List<Code> accountable(View view, List<Code> lineage) {
        return accountable(lineage, code -> OrganizationState.in(view, code).map(OrganizationState::status)
                .orElse(OrganizationStatus.OPEN));
    }

    static List<Code> accountable(List<Code> lineage, Function<Code, OrganizationStatus> status) {
        return lineage.stream().filter(code -> switch (status.apply(code)) {
            case OPEN -> true;
            case CLOSED -> code.equals(lineage.getLast());
            case MERGED -> false;
        }).toList();
    }

    private static boolean is(View view, Code code, OrganizationStatus status) {
        return OrganizationState.in(view, code).filter(state -> state.status() == status).isPresent();
    }

    static List<Code> of(Function<Code, Optional<OrganizationState>> states, Code organization) {
        List<Code> upwards = new ArrayList<>();
        Code at = organization;
        while (at != null) {
            Optional<OrganizationState> state = states.apply(at);
            if (state.isEmpty()) {
                return List.of();
            }
            if (upwards.contains(at)) {
                throw new IllegalStateException("the journal holds a circle of organisations at " + at);
            }
            upwards.add(at);
            at = state.get().parent();
        }
        return upwards.reversed();
    }
}
