/// Which days are worked: weekdays, and what is imported of holidays and
/// make-up days.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "journal", "objects", "tables", "access", "web"})
package guidang.server.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
