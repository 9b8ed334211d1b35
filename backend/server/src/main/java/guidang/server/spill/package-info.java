/// A report that should never have come in: sealed at once for everyone, then
/// destroyed, or released, by a second person (docs/adr/0012-spill.md).
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "filing", "index", "journal", "objects", "organizations", "access"})
package guidang.server.spill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
