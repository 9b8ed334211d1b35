/// Campaigns: required documents, due dates, roster, obligations.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "aspects", "calendars", "journal", "objects", "organizations", "access",
        "web"})
package guidang.server.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
