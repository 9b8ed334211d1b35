/// Identifiers, digests, and the exceptions that name an outcome; JDK only.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package guidang.server.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
