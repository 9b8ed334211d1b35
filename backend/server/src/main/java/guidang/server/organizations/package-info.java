/// The tree of organisations.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "journal", "objects", "tables", "access", "web"})
package guidang.server.organizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
