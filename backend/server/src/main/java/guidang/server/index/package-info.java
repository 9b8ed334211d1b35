/// Projector and rebuild; the only importer of the Elasticsearch client.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "journal", "objects", "access", "organizations", "campaigns", "aspects",
        "filing", "inspection", "review", "rectification", "jobs"})
package guidang.server.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
