/// Questions put to the index by words.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "journal", "query", "campaigns", "organizations", "access"})
package guidang.server.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
