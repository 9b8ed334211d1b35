package guidang.server.inspection;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The virus scanner: any that speaks clamd's protocol. Without host and path
/// there is none.
///
/// @param host
///            where it listens, with the port
/// @param path
///            of its Unix socket, instead of a host
/// @param timeout
///            for one file, and for the question whether it is there
/// @param whenDown
///            what becomes of files that it does not scan
@Validated
@ConfigurationProperties("guidang.inspection.scanner")
public record ScannerSettings(@Nullable String host, @DefaultValue("3310") @Min(1) @Max(65_535) int port, @Nullable Path path,
        @NotNull @DefaultValue("60s") Duration timeout, @NotNull @DefaultValue("refuse") WhenDown whenDown) {
    /// What becomes of a file when the scanner does not answer.
    public enum WhenDown {
        /// It is refused, to be sent again later.
        REFUSE,
        /// It is taken and marked as not scanned.
        MARK
    }

    @AssertTrue(message = "guidang.inspection.scanner: set host (and port) or path, not both")
    boolean isOnePlace() {
        return host == null || host.isBlank() || path == null;
    }

    @AssertTrue(message = "guidang.inspection.scanner.timeout must be more than nothing, such as 60s")
    boolean isSomeTime() {
        return timeout.isPositive();
    }

    /// Null where there is no scanner. The host's name is looked up anew each time.
    @Nullable
    SocketAddress address() {
        if (path != null) {
            return UnixDomainSocketAddress.of(path);
        }
        return host == null || host.isBlank() ? null : new InetSocketAddress(host, port);
    }
}
