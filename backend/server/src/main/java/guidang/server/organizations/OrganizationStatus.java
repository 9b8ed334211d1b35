package guidang.server.organizations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether an organisation is at work.
public enum OrganizationStatus {
    OPEN("正常"),
    /// Dissolved: its grants and records pass to the one above it.
    CLOSED("已撤销"),
    /// Gone into another one, below which it lies from then on: its grants and
    /// records pass to that one.
    MERGED("已合并");

    private final String word;

    OrganizationStatus(String word) {
        this.word = word;
    }

    /// Reads the text or the Chinese word; nothing means at work.
    static Optional<OrganizationStatus> of(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? Optional.of(OPEN)
                : Arrays.stream(values()).filter(s -> s.text().equals(wanted) || s.word.equals(wanted)).findFirst();
    }

    /// 已撤销
    String word() {
        return word;
    }

    /// As in the API: `open`.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
