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
/// @param awaited
///            whether somebody waits for it now: it is begun at once, whatever
///            else runs here, within reason
/// @param once
///            null: a new job each time
public record JobOrder(Caller caller, String kind, Code organization, Map<String, String> input, Map<String, Payload> files,
        boolean personal, boolean awaited, @Nullable Once once) {
    /// The one job of this moment and key: asked for again it is the same, and goes
    /// on where it failed or was cancelled.
    public record Once(Instant at, String key) {}

    public static JobOrder of(Caller caller, String kind, Code organization, Map<String, String> input) {
        return new JobOrder(caller, kind, organization, input, Map.of(), false, false, null);
    }

    public JobOrder with(Map<String, Payload> all) {
        return new JobOrder(caller, kind, organization, input, all, personal, awaited, once);
    }

    public JobOrder forCallerAlone() {
        return new JobOrder(caller, kind, organization, input, files, true, awaited, once);
    }

    public JobOrder awaitedOnce(Instant at, String key) {
        return new JobOrder(caller, kind, organization, input, files, personal, true, new Once(at, key));
    }
}
