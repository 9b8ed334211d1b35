/// What an upload suggests for its filing and for the register.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "filing", "inspection", "organizations", "access"})
package guidang.server.suggestions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
