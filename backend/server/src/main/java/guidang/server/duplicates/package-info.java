/// Passages of a report that coincide with another one's. Filing never waits
/// for it.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "query", "filing", "inspection", "organizations", "access"})
package guidang.server.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
