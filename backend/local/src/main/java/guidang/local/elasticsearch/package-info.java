/// A real Elasticsearch node for one machine and for tests. It has no TLS and
/// no security and listens on loopback only; production runs a stock cluster.
@NullMarked
package guidang.local.elasticsearch;

import org.jspecify.annotations.NullMarked;
