/// Reads documents in a process of its own, so that a poisonous file costs that
/// process and nothing else.
@NullMarked
package guidang.reader;

import org.jspecify.annotations.NullMarked;
