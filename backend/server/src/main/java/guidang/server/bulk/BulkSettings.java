package guidang.server.bulk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What may be imported at once.
///
/// @param limit
///            bytes of one zip
/// @param rows
///            of its manifest
/// @param members
///            files in the zip
/// @param unpacked
///            bytes of all its files together; each may be as large as an upload
/// @param ratio
///            how many bytes one packed byte may become
/// @param keep
///            an import is gone after this time
/// @param atOnce
///            rows of one import that are worked on at the same time
@Validated
@ConfigurationProperties("guidang.bulk")
record BulkSettings(@NotNull @DefaultValue("2GB") DataSize limit, @DefaultValue("10000") @Min(1) @Max(100_000) int rows,
        @DefaultValue("50000") @Min(1) @Max(500_000) int members, @NotNull @DefaultValue("20GB") DataSize unpacked,
        @DefaultValue("200") @Min(1) @Max(1100) int ratio, @NotNull @DefaultValue("7d") Duration keep,
        @DefaultValue("2") @Min(1) @Max(16) int atOnce) {}
