/// Questions put to the index: what is asked, how Elasticsearch is asked it,
/// and what it answers.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "index", "journal", "access", "organizations", "campaigns", "rectification"})
package guidang.server.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
