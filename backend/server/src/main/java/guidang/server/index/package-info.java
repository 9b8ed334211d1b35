/// Keeps the index: projector, rebuild, relocation, quarantine; and the one
/// door through which it is asked.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "journal", "objects", "access", "organizations", "campaigns", "aspects",
        "filing", "inspection", "review", "rectification", "jobs"})
package guidang.server.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
