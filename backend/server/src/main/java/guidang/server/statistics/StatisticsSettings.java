package guidang.server.statistics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What statistics may cost.
///
/// @param streams
///            pages that are kept moving at once, by one replica
/// @param streamsEach
///            of these, of one person
/// @param streamFor
///            how long one is kept; then the page asks again, with a fresh token
/// @param pace
///            the shortest time between two looks at the figures of a stream
@Validated
@ConfigurationProperties("guidang.statistics")
record StatisticsSettings(@Min(1) @Max(100_000) @DefaultValue("500") int streams,
        @Min(1) @Max(1000) @DefaultValue("8") int streamsEach, @NotNull @DefaultValue("10m") Duration streamFor,
        @NotNull @DefaultValue("1s") Duration pace) {}
