/// Reminders of what is owed: in the pages, by mail and by webhook.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "campaigns", "filing", "web", "access"})
package guidang.server.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
