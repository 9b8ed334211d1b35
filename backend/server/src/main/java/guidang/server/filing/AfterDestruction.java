package guidang.server.filing;

import guidang.server.objects.ObjectStore.Removal;
import reactor.core.publisher.Mono;

/// What other rooms let go of once a version is destroyed: what they took
/// from it.
public interface AfterDestruction {
    /// Repeatable: it is tried until all of it is gone. Empty where there
    /// was nothing.
    Mono<Removal> destroyed(ReportRecord.Filed version);
}
