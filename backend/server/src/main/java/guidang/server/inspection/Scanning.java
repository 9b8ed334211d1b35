package guidang.server.inspection;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The virus scanner and what holds when it is away.
public final class Scanning {
    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);
    private static final Duration KNOWN = Duration.ofSeconds(10);
    private static final Duration STATUS_LIMIT = Duration.ofSeconds(2);

    private final ScannerSettings settings;
    private final @Nullable Clamd clamd;
    private final InstantSource clock;
    private final Mono<String> engine;

    Scanning(ScannerSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        boolean there = settings.address() != null;
        this.clamd = there ? new Clamd(this::address, settings.timeout()) : null;
        Duration limit = settings.timeout().compareTo(STATUS_LIMIT) < 0 ? settings.timeout() : STATUS_LIMIT;
        Clamd asked = new Clamd(this::address, limit);
        this.engine = Mono.fromCallable(asked::version).subscribeOn(Schedulers.boundedElastic())
                .onErrorReturn(IOException.class, "").cache(KNOWN);
    }

    private SocketAddress address() {
        return Objects.requireNonNull(settings.address(), "no scanner");
    }

    /// How the scanner fares, as of some seconds ago.
    ///
    /// @param state
    ///            `none` where none is configured, `up` or `down`
    /// @param whenDown
    ///            `refuse` or `mark`; null where none is configured
    public record ScannerStatus(String state, @Nullable String whenDown) {}

    public Mono<ScannerStatus> status() {
        if (clamd == null) {
            return Mono.just(new ScannerStatus("none", null));
        }
        String policy = settings.whenDown().name().toLowerCase(Locale.ROOT);
        return engine.map(version -> new ScannerStatus(version.isEmpty() ? "down" : "up", policy));
    }

    /// Scans a file.
    ///
    /// Errors: `FILE_INFECTED`; `SCANNER_UNAVAILABLE` where it can't be scanned and
    /// the policy is to refuse.
    Mono<Scan> scan(Path file) {
        Clamd scanner = clamd;
        if (scanner == null) {
            return Mono.just(Scan.NO_SCANNER);
        }
        return Mono.fromCallable(() -> scanner.scan(file)).subscribeOn(Schedulers.boundedElastic()).flatMap(this::outcome)
                .onErrorResume(IOException.class, this::down);
    }

    private Mono<Scan> outcome(String found) {
        if (!found.isEmpty()) {
            LOG.warn("An upload was refused: the scanner found {}", found);
            return Mono.error(new Problem(ProblemType.FILE_INFECTED, "signature", found));
        }
        return engine.map(version -> new Scan(Scan.CLEAN, version.isEmpty() ? null : version, clock.instant()));
    }

    private Mono<Scan> down(IOException e) {
        LOG.warn("A file was not scanned: {}", e.toString());
        return settings.whenDown() == ScannerSettings.WhenDown.MARK
                ? Mono.just(new Scan(Scan.UNSCANNED, null, clock.instant()))
                : Mono.error(new Problem(ProblemType.SCANNER_UNAVAILABLE));
    }
}
