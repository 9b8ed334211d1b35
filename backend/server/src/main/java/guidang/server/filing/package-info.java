/// The core flow: file, withdraw, supersede; receipts.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "corrections", "inspection", "journal", "objects", "campaigns",
        "organizations", "access"})
package guidang.server.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
