/// Many reports of the past at once: an officer hands in a zip with a manifest,
/// sees row by row what would come of it, and lets it be
/// filed (docs/adr/0018-bulk-import.md).
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "access", "organizations", "campaigns", "inspection", "filing",
        "jobs",
        "tables", "web"})
package guidang.server.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
