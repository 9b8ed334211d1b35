/// From a verified token to a caller, its roles and its scope.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package guidang.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
