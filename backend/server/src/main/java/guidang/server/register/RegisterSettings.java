package guidang.server.register;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How large a register may be that is handed in as a sheet.
///
/// @param limit
///            bytes of the file
/// @param rows
///            items in it
/// @param keep
///            what was handed in is gone after this time
@Validated
@ConfigurationProperties("guidang.register")
record RegisterSettings(@NotNull @DefaultValue("20MB") DataSize limit, @DefaultValue("20000") @Min(1) @Max(20_000) int rows,
        @NotNull @DefaultValue("7d") Duration keep) {}
