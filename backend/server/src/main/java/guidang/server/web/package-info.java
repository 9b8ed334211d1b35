/// One mapping from exceptions to ProblemDetail, the pages, the
/// OpenAPI document.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects"})
package guidang.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
