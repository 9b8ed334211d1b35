package guidang.server.system;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What holds for the whole installation.
///
/// @param timeZone
///            where days begin and end: a due day is over at 00:00 here
/// @param version
///            shown to the user
/// @param demo
///            whether the demo identity provider is in use
@Validated
@ConfigurationProperties("guidang")
public record SystemSettings(@NotNull @DefaultValue("Asia/Shanghai") ZoneId timeZone, @DefaultValue("0.1.0") String version,
        @DefaultValue("false") boolean demo) {}
