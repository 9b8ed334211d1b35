package guidang.server.rectification;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How an item is to be rectified; never mixed with its state.
public enum ItemType {
    /// 立行立改: at once.
    @JsonProperty("immediate")
    IMMEDIATE,
    /// 限期整改: by its due day.
    @JsonProperty("by-deadline")
    BY_DEADLINE,
    /// 长期坚持, 持续整改: for good; the rectification rate leaves it out.
    @JsonProperty("ongoing")
    ONGOING;

    /// As in JSON and in the index.
    public String word() {
        return switch (this) {
            case IMMEDIATE -> "immediate";
            case BY_DEADLINE -> "by-deadline";
            case ONGOING -> "ongoing";
        };
    }
}
