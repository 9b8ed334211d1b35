package guidang.server.notices;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How organisations are reminded.
///
/// @param aDay
///            reminders of one document of one organisation on one day, in
///            `guidang.time-zone`
/// @param keep
///            a reminder is gone after this time
/// @param source
///            the source of events (CloudEvents 1.0): which installation speaks
/// @param mailFrom
///            the sender of mail, where `spring.mail.host` is set; absent:
///            `spring.mail.username`, where that is an address
/// @param webhooks
///            who else is told
/// @param rectifications
///            of which rectification items organisations are told of themselves
@Validated
@ConfigurationProperties("guidang.notices")
record NoticesSettings(@DefaultValue("1") @Min(1) @Max(10) int aDay, @NotNull @DefaultValue("180d") Duration keep,
        @NotBlank @DefaultValue("/guidang") String source, @Nullable String mailFrom,
        @DefaultValue @Size(max = 20) List<@Valid Webhook> webhooks, @DefaultValue @Valid Rectifications rectifications) {
    NoticesSettings {
        webhooks = List.copyOf(webhooks);
    }

    /// What the day says of rectification items.
    ///
    /// @param hour
    ///            of `guidang.time-zone`, from which it says so
    /// @param soon
    ///            how many days before an item is due; empty: never
    /// @param overdue
    ///            on the first day on which it is overdue, and every week from then
    /// @param closeOuts
    ///            that close-outs wait, on each day on which there are new ones
    record Rectifications(@DefaultValue("7") @Min(0) @Max(23) int hour,
            @DefaultValue({
                    "14", "3"}) @Size(max = 10) List<@Min(0) @Max(365) Integer> soon,
            @DefaultValue("true") boolean overdue,
            @DefaultValue("true") boolean closeOuts) {
        Rectifications {
            soon = List.copyOf(soon);
        }
    }

    @AssertTrue(message = "guidang.notices.keep is from 2 to 3650 days")
    boolean isKeepAllowed() {
        return keep.compareTo(Duration.ofDays(2)) >= 0 && keep.compareTo(Duration.ofDays(3650)) <= 0;
    }

    @AssertTrue(message = "guidang.notices.mail-from is a mail address")
    boolean isMailFromAnAddress() {
        return mailFrom == null || Addresses.isOne(mailFrom);
    }
}
