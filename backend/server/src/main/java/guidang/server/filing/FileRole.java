package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a file is to its report.
public enum FileRole {
    /// The document itself, which is read and searched: exactly one a report.
    @JsonProperty("main")
    MAIN,
    /// The signed and stamped paper, scanned.
    @JsonProperty("signed-scan")
    SIGNED_SCAN,
    /// What is enclosed.
    @JsonProperty("attachment")
    ATTACHMENT
}
