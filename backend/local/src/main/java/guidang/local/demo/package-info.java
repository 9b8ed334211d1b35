/// The invented organisation tree, people and reports of the demo and the
/// bench, and the client that files them over HTTP. JDK only.
@NullMarked
package guidang.local.demo;

import org.jspecify.annotations.NullMarked;
