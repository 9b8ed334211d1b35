/// Pictures: how large they are, and small ones of them. What opens them are
/// the JDK's readers and, for WebP, TwelveMonkeys'.
@NullMarked
package guidang.reader.pictures;

import org.jspecify.annotations.NullMarked;
