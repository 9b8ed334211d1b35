/// What the committees above do with what was filed: they return it, accept it,
/// open it again, and compare its versions.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "filing", "inspection", "campaigns", "organizations", "journal", "access"})
package guidang.server.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
