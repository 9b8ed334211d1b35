package guidang.server.filing;

import guidang.server.access.Caller;
import reactor.core.publisher.Mono;

/// What other rooms do once a report is filed from a draft. It is filed
/// whatever becomes of that.
public interface AfterFiling {
    /// Repeatable: a filing that is repeated comes here again.
    Mono<Void> filed(Caller caller, FiledDraft draft);
}
