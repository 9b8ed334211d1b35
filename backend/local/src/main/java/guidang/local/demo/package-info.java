/// Reports as branches write them, made up from banks of sentences: for the
/// demo and for the bench. JDK only.
@NullMarked
package guidang.local.demo;

import org.jspecify.annotations.NullMarked;
