/// What a fuzzer does to the reader: what it feeds, what it begins with, and
/// what must hold.
@NullMarked
package guidang.reader.fuzz;

import org.jspecify.annotations.NullMarked;
