package guidang.server.jobs;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/// The kinds of work that this release knows, looked up when they are needed:
/// the rooms that have them use this one.
final class JobKinds {
    private final ObjectProvider<JobKind> kinds;

    JobKinds(ObjectProvider<JobKind> kinds) {
        this.kinds = kinds;
    }

    Optional<JobKind> find(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
