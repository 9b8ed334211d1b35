/// What clerks made of suggestions, without authors: by it the reader
/// is measured.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "access"})
package guidang.server.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
