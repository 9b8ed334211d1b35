package guidang.server.filing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How this room hands out originals.
///
/// @param ticketValidity
///            how long a link to a file works
/// @param ticketSecret
///            what tickets are sealed with, the same on every replica; derived
///            from the log's signing key where absent
@Validated
@ConfigurationProperties("guidang.filing")
record FilingSettings(@NotNull @DefaultValue("60s") Duration ticketValidity, @Nullable @Size(min = 32) String ticketSecret) {}
