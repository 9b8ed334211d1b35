package guidang.server.campaigns;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When days end.
///
/// @param timeZone
///            where a due day is over at 00:00 of the next
@Validated
@ConfigurationProperties("guidang")
public record Due(@NotNull @DefaultValue("Asia/Shanghai") ZoneId timeZone) {
    /// The moment from which what is missing is overdue: 00:00 after the due day.
    public Instant after(LocalDate due) {
        return due.plusDays(1).atStartOfDay(timeZone).toInstant();
    }
}
