package guidang.server.journal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The journal's settings.
///
/// @param origin
///            the log's name, unique in the world: a host name and path such as
///            `archive.example.org/log`. It never changes while the log lives
/// @param signingKey
///            file with the log's secret key, one line
///            `PRIVATE+KEY+origin+hash+base64`, readable by its owner only
/// @param createKey
///            whether a missing key file is made at start
/// @param poll
///            how often other replicas' commits are looked for
/// @param deadline
///            how long a caller waits for an outcome
/// @param queue
///            commands that may wait; more are refused with 503
/// @param streamRecords
///            records of streams that are kept in memory
@Validated
@ConfigurationProperties("guidang.journal")
public record JournalSettings(
        @NotNull @Pattern(regexp = "[^\\s+]{1,255}", message = "is the log's name, without space and plus, such as archive.example.org/log") String origin,
        @NotNull Path signingKey, @DefaultValue("false") boolean createKey, @DefaultValue("500ms") @NotNull Duration poll,
        @DefaultValue("30s") @NotNull Duration deadline, @DefaultValue("4096") @Min(1) @Max(1_000_000) int queue,
        @DefaultValue("200000") @Min(1000) int streamRecords) {}
