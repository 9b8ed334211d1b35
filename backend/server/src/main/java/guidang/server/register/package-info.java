/// The register as it is asked for and handed over: questions put to the index,
/// sheets in and out.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "journal", "access", "organizations", "campaigns", "filing",
        "inspection", "rectification", "query", "search", "tables", "jobs", "web"})
package guidang.server.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
