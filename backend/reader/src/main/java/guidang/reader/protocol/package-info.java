/// What server and reader say to each other; JDK only, so that the reader's
/// libraries never enter the server's class path.
///
/// A frame is a four-byte big-endian length and so many bytes. The child sends
/// one empty frame when it is warm; then each [Request] is answered by one
/// [Answer], in order. The child ends when its standard input ends.
@NullMarked
package guidang.reader.protocol;

import org.jspecify.annotations.NullMarked;
