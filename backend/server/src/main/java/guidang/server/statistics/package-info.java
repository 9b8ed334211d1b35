/// Questions put to the index by numbers.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "index", "campaigns", "organizations", "jobs", "web", "access"})
package guidang.server.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
