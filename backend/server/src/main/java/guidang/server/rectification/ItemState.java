package guidang.server.rectification;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far an item is. Overdue is none of these: it follows from the due day.
public enum ItemState {
    /// Nothing was done yet.
    @JsonProperty("open")
    OPEN("open"),
    @JsonProperty("in-progress")
    IN_PROGRESS("in-progress"),
    /// A close-out request waits for an officer.
    @JsonProperty("close-out-requested")
    CLOSE_OUT_REQUESTED("close-out-requested"),
    /// A close-out was refused, with what is missing.
    @JsonProperty("returned")
    RETURNED("returned"),
    /// 销号.
    @JsonProperty("closed")
    CLOSED("closed"),
    /// Entered by mistake; it counts nowhere.
    @JsonProperty("void")
    VOID("void");

    private final String word;

    ItemState(String word) {
        this.word = word;
    }

    /// As in JSON and in the index.
    public String word() {
        return word;
    }

    /// Whether something is still to be done about it.
    public boolean isUnsettled() {
        return this != CLOSED && this != VOID;
    }
}
