package guidang.server.jobs;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long work is done.
///
/// @param replica
///            this replica's name; the same after a restart, so that it goes on
///            at once with what it was at; default: the host's name
/// @param atOnce
///            how many jobs a replica does at once
/// @param silence
///            how long a replica may be silent before another one takes its jobs
///            over
/// @param keep
///            a job that ended is gone after this time
/// @param keepResult
///            the file that came of it
/// @param perCaller
///            how many jobs of one caller may be waiting or running
@Validated
@ConfigurationProperties("guidang.jobs")
record JobsSettings(@Nullable String replica, @Min(1) @Max(32) @DefaultValue("2") int atOnce,
        @NotNull @DefaultValue("60s") Duration silence, @NotNull @DefaultValue("30d") Duration keep,
        @NotNull @DefaultValue("7d") Duration keepResult, @Min(1) @Max(1000) @DefaultValue("20") int perCaller) {
    @AssertTrue(message = "guidang.jobs.silence is from 30 seconds to 1 hour")
    boolean isSilenceAllowed() {
        return within(silence, Duration.ofSeconds(30), Duration.ofHours(1));
    }

    @AssertTrue(message = "guidang.jobs.keep is from 1 to 3650 days")
    boolean isKeepAllowed() {
        return within(keep, Duration.ofDays(1), Duration.ofDays(3650));
    }

    @AssertTrue(message = "guidang.jobs.keep-result is from 1 hour to guidang.jobs.keep")
    boolean isKeepResultAllowed() {
        return within(keepResult, Duration.ofHours(1), keep);
    }

    private static boolean within(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    /// The first part of a holder's name.
    String name() {
        if (replica != null && !replica.isBlank()) {
            return replica;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
