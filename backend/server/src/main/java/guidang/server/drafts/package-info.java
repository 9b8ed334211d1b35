/// Unfinished filings: they belong to the clerks of an organisation, whoever of
/// them began, and are never journaled.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "inspection", "filing", "access"})
package guidang.server.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
