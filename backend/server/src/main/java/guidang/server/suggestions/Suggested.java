package guidang.server.suggestions;

import guidang.server.inspection.ReadStructure.Day;
import guidang.server.inspection.ReadStructure.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that is suggested for one member of a filing, and why.
///
/// @param value
///            as the filing takes it: a code, a period, a title, a day
/// @param name
///            what people call it, where the value is a code
/// @param reasons
///            codes of READING.md
/// @param place
///            the words it comes from; absent where it comes from none
public record Suggested(String value, @Nullable String name, Confidence confidence, List<String> reasons, @Nullable Place place) {
    /// A stretch of the text, in UTF-16 offsets.
    public record Place(int start, int end) {
        static @Nullable Place of(@Nullable Words words) {
            return words == null ? null : new Place(words.start(), words.end());
        }

        static @Nullable Place of(@Nullable Day day) {
            return day == null ? null : new Place(day.start(), day.end());
        }
    }

    static Suggested of(String value, @Nullable String name, Evidence evidence, @Nullable Place place) {
        return new Suggested(value, name, evidence.confidence(), evidence.reasons(), place);
    }
}
