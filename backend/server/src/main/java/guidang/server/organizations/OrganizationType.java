package guidang.server.organizations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of organisation it is.
public enum OrganizationType {
    /// 党委、党工委
    COMMITTEE("党委", "党工委", "工委"),
    /// 党总支
    GENERAL_BRANCH("党总支", "总支"),
    /// 党支部
    BRANCH("党支部", "支部");

    // Each between spaces.
    private final String words;

    OrganizationType(String... words) {
        this.words = " " + String.join(" ", words) + " ";
    }

    /// As in records and in the API: `general-branch`.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// 党委
    String word() {
        return words.strip().split(" ", -1)[0];
    }

    /// Reads the text or one of the Chinese words.
    public static Optional<OrganizationType> of(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(t -> t.text().equals(wanted) || t.words.contains(" " + wanted + " ")).findFirst();
    }
}
