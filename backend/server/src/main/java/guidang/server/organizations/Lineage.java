package guidang.server.organizations;

import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import java.util.ArrayList;
import java.util.List;

/// Where an organisation lies, read inside a decision from the view in which it
/// is committed.
public final class Lineage {
    private Lineage() {
    }

    /// The codes from the root to the organisation itself; empty where it does not
    /// exist. Each step up is another stream: [Organizations#lineage] says them all
    /// at once first.
    public static List<Code> of(View view, Code organization) {
        List<Code> upwards = new ArrayList<>();
        Code at = organization;
        while (at != null) {
            var stream = view.stream(StreamKey.organization(at));
            if (stream.isEmpty()) {
                return List.of();
            }
            upwards.add(at);
            at = switch (OrganizationCodec.read(stream.getFirst())) {
                case OrganizationRecord.Created created -> created.parent();
            };
        }
        return upwards.reversed();
    }
}
