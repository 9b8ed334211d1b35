package guidang.server.suggestions;

import guidang.server.inspection.ReadStructure.Day;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an upload suggests for its filing and for the register. Nothing of it
/// is filed unseen.
///
/// @param reader
///            version of the reader's rules
/// @param organization
///            among those that the caller files for
/// @param slot
///            among what the organisation owes; absent where nothing speaks for
///            one, like the three members of it
public record Suggestions(String reader, Suggested organization, @Nullable SuggestedSlot slot, @Nullable Suggested campaign,
        @Nullable Suggested documentType, @Nullable Suggested period, Suggested title, @Nullable Suggested date,
        List<SuggestedStatement> problems, List<SuggestedStatement> causes, List<SuggestedStatement> measures,
        List<SuggestedDueDate> dueDates) {
    /// The slot as a whole: as sure as the least sure of its parts.
    ///
    /// @param replaces
    ///            the current version; absent where the slot is empty
    public record SuggestedSlot(String campaign, String documentType, String period, Confidence confidence, List<String> reasons,
            @Nullable String replaces) {}

    /// A problem, a cause or a measure, by its words.
    ///
    /// @param answers
    ///            the problems that a measure most likely answers
    public record SuggestedStatement(int start, int end, @Nullable String aspect, Confidence confidence, List<String> reasons,
            List<SuggestedAnswer> answers) {}

    /// A problem that a measure answers.
    ///
    /// @param problem
    ///            index of the problem
    public record SuggestedAnswer(int problem, Confidence confidence, List<String> reasons) {}

    /// A day by which something is to be done.
    public record SuggestedDueDate(Day day, Confidence confidence, List<String> reasons) {}
}
