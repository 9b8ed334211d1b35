/// The rectification register (整改台账): items from a problem to its close-out,
/// each a stream of records.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "filing", "inspection", "campaigns", "organizations", "journal", "objects",
        "access", "web"})
package guidang.server.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
