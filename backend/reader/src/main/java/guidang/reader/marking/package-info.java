/// Tells by its markings what must not come in: classified documents. JDK only
/// and pure: the server asks it about names, the reader about contents.
@NullMarked
package guidang.reader.marking;

import org.jspecify.annotations.NullMarked;
