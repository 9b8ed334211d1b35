package guidang.server.notices;

import guidang.server.kernel.Code;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A way out of the house.
interface Channel {
    /// Its name in [Outgoing#channel].
    String name();

    /// Whom a reminder of the organisation reaches by it.
    Flux<String> reached(Code organization);

    /// Sends it. An error is as [Sent#LATER].
    Mono<Sent> send(Outgoing message);

    /// How it went.
    enum Sent {
        DONE,
        /// To be tried again.
        LATER,
        /// Not to be tried again: whom it was for is there no more.
        NEVER
    }
}
