package guidang.server.jobs;

import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import guidang.server.objects.Payload;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job that is to be begun.
///
/// @param input
///            small facts; what is large goes into `files`
/// @param files
///            by name (`[a-z0-9-]{1,32}`): they lie at
///            [guidang.server.objects.Layout#jobFile] from before the job exists
///            until its result expires
/// @param personal
///            whether nobody but the caller sees it
/// @param once
///            null: a new job each time
public record JobOrder(Caller caller, String kind, Code organization, Map<String, String> input, Map<String, Payload> files,
        boolean personal, @Nullable Once once) {
    /// The one job of this moment and key: ordered again it is the same.
    public record Once(Instant at, String key) {}

    public static JobOrder of(Caller caller, String kind, Code organization, Map<String, String> input) {
        return new JobOrder(caller, kind, organization, input, Map.of(), false, null);
    }

    public JobOrder with(Map<String, Payload> all) {
        return new JobOrder(caller, kind, organization, input, all, personal, once);
    }

    public JobOrder forCallerAlone() {
        return new JobOrder(caller, kind, organization, input, files, true, once);
    }

    public JobOrder once(Instant at, String key) {
        return new JobOrder(caller, kind, organization, input, files, personal, new Once(at, key));
    }
}
