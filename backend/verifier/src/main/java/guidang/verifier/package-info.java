/// Checks a receipt and a file offline, with nothing but the JDK and the log's
/// public key.
@NullMarked
package guidang.verifier;

import org.jspecify.annotations.NullMarked;
