/// What this installation is and how it fares.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "journal", "organizations", "campaigns", "inspection"})
package guidang.server.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
