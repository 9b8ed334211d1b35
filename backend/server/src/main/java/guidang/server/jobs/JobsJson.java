package guidang.server.jobs;

import guidang.server.objects.StoredJson;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The bytes of a job's state (docs/FORMAT.md; golden files hold it still).
final class JobsJson {
    /// Bytes of the largest document.
    static final int LIMIT = 1 << 18;

    private JobsJson() {
    }

    static byte[] bytes(JobDocument document) {
        return StoredJson.bytes(document);
    }

    /// Empty where it can't be read: damaged, or of a later release.
    static Optional<JobDocument> read(byte[] bytes) {
        try {
            return Optional.ofNullable(StoredJson.read(bytes, JobDocument.class))
                    .filter(read -> read.format() == JobDocument.FORMAT);
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }
}
