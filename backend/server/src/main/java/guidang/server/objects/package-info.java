/// The port of the object store, all its paths, and its file, S3 and
/// memory adapters.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package guidang.server.objects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
