/// What this installation is and how it fares.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "objects", "journal", "organizations", "campaigns", "inspection",
        "index"})
package guidang.server.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
