@NullMarked
package guidang.helm;

import org.jspecify.annotations.NullMarked;
