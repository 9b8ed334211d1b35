package guidang.server.journal;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import java.util.regex.Pattern;

/// The key of a stream: the history of one thing (DESIGN §2).
public record StreamKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(/[A-Za-z0-9][A-Za-z0-9-]{0,31}){1,4}");

    public StreamKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a stream key: " + value);
        }
    }

    public static StreamKey organization(Code code) {
        return new StreamKey("organizations/" + code);
    }

    public static StreamKey campaign(Code code) {
        return new StreamKey("campaigns/" + code);
    }

    /// An organisation's meeting in a campaign.
    public static StreamKey meeting(Code campaign, Code organization) {
        return new StreamKey("meetings/" + campaign + "/" + organization);
    }

    /// The working days of a year.
    public static StreamKey calendar(int year) {
        return new StreamKey("calendars/" + year);
    }

    /// A slot.
    public static StreamKey report(Code campaign, Code organization, Code documentType, Period period) {
        return new StreamKey("reports/" + campaign + "/" + organization + "/" + documentType + "/" + period);
    }

    /// A rectification item.
    public static StreamKey rectification(Code organization, OperationId item) {
        return new StreamKey("rectifications/" + organization + "/" + item);
    }

    /// Which items are in an organisation's register of a campaign.
    public static StreamKey register(Code campaign, Code organization) {
        return new StreamKey("registers/" + campaign + "/" + organization);
    }

    /// The first segment: `reports`, `campaigns`, `organizations`, …
    public String kind() {
        return value.substring(0, value.indexOf('/'));
    }

    @Override
    public String toString() {
        return value;
    }
}
