package guidang.server.filing;

import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import reactor.core.publisher.Mono;

/// Files that tickets lead to; each room that has some brings its own.
public interface Originals {
    /// A file as it came in.
    ///
    /// @param operation
    ///            under which its blob lies
    /// @param name
    ///            as it is saved
    record Original(OperationId operation, Blobs.Ref blob, String mediaType, String name) {}

    /// The file, for whoever holds a ticket for it. Empty where the owner is none
    /// of this room's. Errors: those of a file that nobody reads any more.
    ///
    /// @param owner
    ///            what it belongs to: a report's id, or a word of the room's with a
    ///            slash in it, without dots
    /// @param n
    ///            its number there, from 0
    Mono<Original> find(String owner, int n);
}
