/// Long work: who began it, how far it is, what came of it. What a job does
/// belongs to the room whose work it is ([JobKind]).
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "access", "web"})
package guidang.server.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
