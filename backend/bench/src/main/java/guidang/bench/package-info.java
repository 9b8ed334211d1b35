/// Measures the figures of docs/BENCHMARKS.md: starts the built jars as a user
/// would, talks to them over HTTP, and writes what it saw.
@NullMarked
package guidang.bench;

import org.jspecify.annotations.NullMarked;
