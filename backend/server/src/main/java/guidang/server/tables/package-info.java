/// Tables as files: comma-separated values and xlsx workbooks, read and written
/// row by row.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package guidang.server.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
