/// Questions put to the index by numbers.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "query", "campaigns", "aspects", "organizations", "jobs",
        "web", "tables", "access"})
package guidang.server.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
