@NullMarked
package guidang.server;

import org.jspecify.annotations.NullMarked;
