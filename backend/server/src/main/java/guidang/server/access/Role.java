package guidang.server.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a grant allows at its organisation (DESIGN §5).
public enum Role {
    /// Reads and files for its own organisation; may file for those below it (代报).
    CLERK,
    /// Reads its subtree; accepts, returns, closes out.
    OFFICER,
    /// Reads its subtree and the access trail; writes nothing.
    AUDITOR,
    /// Organisations, campaigns, retention in its subtree; cannot read contents.
    ADMINISTRATOR;

    /// As in tokens and in the API: `clerk`.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
