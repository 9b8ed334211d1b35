package guidang.server.rectification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done, in words, in a details blob.
///
/// @param format
///            1
/// @param words
///            absent where the evidence says it all
/// @param fileNames
///            in the order of the record's evidence
public record ProgressWords(int format, @Nullable String words, List<String> fileNames) {
    public ProgressWords {
        fileNames = List.copyOf(fileNames);
    }
}
