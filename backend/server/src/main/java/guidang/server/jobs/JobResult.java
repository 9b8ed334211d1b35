package guidang.server.jobs;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What came of a job.
///
/// @param key
///            of an object in `work` to be downloaded; it is removed when the
///            result expires. Null where there is none
/// @param name
///            of the file
/// @param mediaType
///            of the file; null: bytes
/// @param counts
///            by names that the kind chooses
public record JobResult(@Nullable String key, @Nullable String name, @Nullable String mediaType, Map<String, Long> counts) {
    /// Nothing to tell.
    public static final JobResult NOTHING = of(Map.of());

    public JobResult {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /// Counts, and no file.
    public static JobResult of(Map<String, Long> counts) {
        return new JobResult(null, null, null, counts);
    }
}
