/// Each format's file, read into a [guidang.reader.structure.Paper]: what its
/// text is, what the file itself says of parts of it, and what is
/// page furniture.
@NullMarked
package guidang.reader.formats;

import org.jspecify.annotations.NullMarked;
