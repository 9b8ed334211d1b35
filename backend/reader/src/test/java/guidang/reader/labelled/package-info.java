/// The labelled set: documents written for the project, what a reader should
/// make of each, and the score.
@NullMarked
package guidang.reader.labelled;

import org.jspecify.annotations.NullMarked;
