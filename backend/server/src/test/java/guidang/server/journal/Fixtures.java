package guidang.server.journal;

import guidang.server.kernel.OperationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What the journal's tests share.
final class Fixtures {
    static final StreamKey SLOT = new StreamKey("reports/C1/O1/PLAN/once");
    static final StreamKey OTHER = new StreamKey("reports/C1/O2/PLAN/once");

    private Fixtures() {
    }

    static LogKey key() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 7);
        return LogKey.of("example.org/log", seed);
    }

    static JournalSettings settings() {
        return new JournalSettings("example.org/log", Path.of("unused"), false, Duration.ofMillis(50), Duration.ofSeconds(10), 64,
                10_000);
    }

    static OperationId operation(Object name) {
        return OperationId.of("test", "file", name.toString());
    }

    /// A command that writes the same record on each of the streams, whatever
    /// is there.
    static Command writing(Object name, StreamKey... streams) {
        return new Command(operation(name), "digest of " + name, view -> {
            view.need(List.of(streams));
            return Arrays.stream(streams)
                    .map(stream -> new NewRecord(stream, "filed", "{\"after\":" + view.stream(stream).size() + "}")).toList();
        });
    }
}
