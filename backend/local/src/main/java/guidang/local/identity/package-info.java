/// The demo identity provider: OpenID Connect without passwords, on
/// loopback only.
@NullMarked
package guidang.local.identity;

import org.jspecify.annotations.NullMarked;
