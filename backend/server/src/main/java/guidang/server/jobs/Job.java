package guidang.server.jobs;

import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A piece of long work as it was asked for. It never changes.
///
/// @param id
///            32 characters that begin with the time: ids sort by it
/// @param organization
///            whose work it is
/// @param caller
///            who asked, with the grants of then and without a name: as this one
///            the job reads and writes, on whichever replica
/// @param personal
///            whether nobody but the caller sees it
/// @param input
///            small facts that the kind needs
public record Job(String id, String kind, Code organization, Caller caller, boolean personal, Map<String, String> input,
        Instant startedAt) {
    public Job {
        input = Collections.unmodifiableMap(new TreeMap<>(input));
    }

    /// Who asked: the token's subject.
    public String subject() {
        return caller.subject();
    }
}
