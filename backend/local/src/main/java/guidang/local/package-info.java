/// What lets one machine run everything: a supervisor of three child processes
/// on loopback. JDK only.
@NullMarked
package guidang.local;

import org.jspecify.annotations.NullMarked;
