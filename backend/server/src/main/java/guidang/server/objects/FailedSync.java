package guidang.server.objects;

import java.io.IOException;
import org.slf4j.LoggerFactory;

/// What a failed fsync comes to. Linux drops the pages that it could not write
/// and reports the failure once, so that a second fsync would lie.
final class FailedSync {
    private static final int EX_IOERR = 74;

    private FailedSync() {
    }

    /// Ends the process without cleaning up; recovery is the start.
    static Error endProcess(IOException e) {
        LoggerFactory.getLogger(FileObjects.class).error("fsync failed: the process ends, as what the disk holds is unknown", e);
        Runtime.getRuntime().halt(EX_IOERR);
        return new AssertionError(e);
    }
}
