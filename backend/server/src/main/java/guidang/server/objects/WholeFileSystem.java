package guidang.server.objects;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes everything on a root's file system durable at once, by syncfs(2),
/// which the JDK does not offer and `sync -f` of coreutils does: one write-out
/// instead of an fsync for each of thousands of small files.
final class WholeFileSystem {
    private static final Logger LOG = LoggerFactory.getLogger(WholeFileSystem.class);
    private static final long MINUTES = 5;
    private final Path root;
    private volatile boolean offered = true;

    WholeFileSystem(Path root) {
        this.root = root;
    }

    /// Whether it was done; where not (another system, no such program, a fault),
    /// each file is to be synced by itself. Blocks.
    boolean sync() throws IOException {
        if (!offered) {
            return false;
        }
        try {
            Process sync = new ProcessBuilder("sync", "-f", root.toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean done = sync.waitFor(MINUTES, TimeUnit.MINUTES) && sync.exitValue() == 0;
            offered = done;
            return done;
        } catch (IOException e) {
            LOG.info("No sync -f here: every derived file is synced by itself ({})", e.getMessage());
            offered = false;
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
