/// Commands, commits, streams, the Merkle tree, tiles, checkpoints and proofs:
/// the only commit point.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "objects", "access"})
package guidang.server.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
