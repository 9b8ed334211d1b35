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
