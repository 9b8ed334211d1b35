package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why something was done to a version or its slot, in a details blob.
///
/// @param format
///            1
/// @param reason
///            1–1,000 characters
/// @param marks
///            the passages that it is about, in the order in which they were
///            marked; absent: none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(int format, String reason, @Nullable List<Mark> marks) {
    /// In characters.
    public static final int LIMIT = 1000;
    private static final int MARKS = 50;

    /// A passage of the main file's text.
    ///
    /// @param start
    ///            in UTF-16 units of the text, as in the structure
    /// @param end
    ///            after the last one
    public record Mark(int start, int end) {}

    /// Words that a person gave, checked.
    ///
    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    public static Reason of(@Nullable String words) {
        return new Reason(1, Fields.lines("reason", words, LIMIT), null);
    }

    /// Words and passages that a person gave, checked.
    ///
    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    public static Reason of(@Nullable String words, @Nullable List<@Nullable Mark> marks) {
        if (marks == null || marks.isEmpty()) {
            return of(words);
        }
        if (marks.size() > MARKS || marks.stream().anyMatch(mark -> mark == null || mark.start < 0 || mark.end <= mark.start)) {
            throw Fields.invalid("marks", "0-" + MARKS + ", 0 <= start < end");
        }
        return new Reason(1, Fields.lines("reason", words, LIMIT), List.copyOf(marks));
    }
}
