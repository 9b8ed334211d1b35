package guidang.server.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Two versions' texts, paragraph by paragraph.
///
/// @param before
///            id of the earlier version
/// @param after
///            id of the later version
/// @param changed
///            how many passages differ
/// @param passages
///            in the order of the text; together they are both texts
record VersionComparison(String before, int beforeVersion, String after, int afterVersion, int changed, List<Passage> passages) {
    /// What lies between two boundaries that both texts share.
    ///
    /// @param before
    ///            the earlier text's paragraphs; none where they were added
    /// @param after
    ///            the later text's; none where they were removed
    record Passage(Kind kind, List<Paragraph> before, List<Paragraph> after) {}

    /// A paragraph, cut where the other text's differs.
    record Paragraph(List<Piece> pieces) {}

    /// Words of a paragraph.
    ///
    /// @param differs
    ///            whether the other text lacks them here
    record Piece(String text, boolean differs) {}

    /// How a passage differs.
    enum Kind {
        @JsonProperty("same")
        SAME,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED
    }
}
