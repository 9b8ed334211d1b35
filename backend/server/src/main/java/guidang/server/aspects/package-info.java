/// Sets of aspects, and how a heading is recognised as one of them.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package guidang.server.aspects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
