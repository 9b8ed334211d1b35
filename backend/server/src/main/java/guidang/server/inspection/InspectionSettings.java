package guidang.server.inspection;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What may be uploaded, and the reader's limits.
///
/// @param uploadLimit
///            bytes of one file of a report
/// @param evidenceLimit
///            bytes of one piece of evidence
/// @param spool
///            a local folder for files on their way; on the file system of the
///            store's `work` nothing is copied
/// @param expiry
///            an upload that nobody filed is gone after this time, and the draft
///            that it lay in
/// @param unfinishedExpiry
///            what arrived of a large file is gone after this time without
///            another byte, and after `expiry` in any case
/// @param readerJar
///            the reader's jar, with its libraries in `lib/` beside it; without
///            it that of the build is looked for
/// @param children
///            reader processes; each reads one file at a time
/// @param heap
///            memory of each
/// @param timeLimit
///            for one file; then the process is killed
/// @param textLimit
///            UTF-16 units of text in one file
/// @param queue
///            files that may wait for a reader; more are refused with 503
@Validated
@ConfigurationProperties("guidang.inspection")
public record InspectionSettings(@NotNull @DefaultValue("200MB") DataSize uploadLimit,
        @NotNull @DefaultValue("1GB") DataSize evidenceLimit,
        @NotNull @DefaultValue("data/spool") Path spool, @NotNull @DefaultValue("14d") Duration expiry,
        @NotNull @DefaultValue("48h") Duration unfinishedExpiry,
        @Nullable Path readerJar, @DefaultValue("2") @Min(1) @Max(64) int children, @NotNull @DefaultValue("256MB") DataSize heap,
        @NotNull @DefaultValue("20s") Duration timeLimit, @DefaultValue("1000000") @Min(1) @Max(10_000_000) int textLimit,
        @DefaultValue("256") @Min(1) @Max(100_000) int queue) {
    private static final Duration LEAST = Duration.ofHours(1);

    @AssertTrue(message = "guidang.inspection.unfinished-expiry is 1 hour at least")
    boolean isUnfinishedExpiryAllowed() {
        return unfinishedExpiry.compareTo(LEAST) >= 0;
    }
}
