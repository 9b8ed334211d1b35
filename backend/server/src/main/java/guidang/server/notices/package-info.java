/// Reminders of what is owed and of what is to be rectified: in the pages, by
/// mail and by webhook.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "campaigns", "filing", "rectification", "query", "web",
        "access"})
package guidang.server.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
