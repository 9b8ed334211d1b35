/// From an upload through the reader to what the clerk sees read back.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "organizations", "campaigns", "aspects", "access"})
package guidang.server.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
