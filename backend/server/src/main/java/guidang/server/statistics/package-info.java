/// Questions put to the index by numbers.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "index", "campaigns", "aspects", "organizations", "web", "tables", "access"})
package guidang.server.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
