/// Reads the Word format (ECMA-376, WordprocessingML) for its text, what it
/// says of its paragraphs, and its automatic numbers. JDK only; the parts are
/// streamed, with limits on their size and on how far they were compressed.
@NullMarked
package guidang.reader.word;

import org.jspecify.annotations.NullMarked;
