/// The roster of a campaign as it stands: who was added, exempted, extended,
/// and why.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "filing", "campaigns", "organizations", "journal", "objects", "access"})
package guidang.server.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
