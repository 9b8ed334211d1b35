package guidang.server.filing;

import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks of single members of a request. Each refusal names the member and
/// what is allowed, never what was given: it may be words of a document.
public final class Fields {
    private Fields() {
    }

    public static Problem invalid(String field, String allowed) {
        return new Problem(ProblemType.INVALID_FIELD, "fields", List.of(field), "allowed", allowed);
    }

    public static String present(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw invalid(field, "not empty");
        }
        return value;
    }

    /// Words of one line: trimmed, without control characters, at most so many
    /// characters (code points).
    public static String line(String field, @Nullable String value, int limit) {
        String words = present(field, value).strip();
        if (words.codePointCount(0, words.length()) > limit || words.codePoints().anyMatch(Fields::unprintable)) {
            throw invalid(field, "1-" + limit + " printable characters");
        }
        return words;
    }

    /// Words of several lines.
    public static String lines(String field, @Nullable String value, int limit) {
        String words = present(field, value).strip().replace("\r\n", "\n");
        if (words.codePointCount(0, words.length()) > limit
                || words.codePoints().anyMatch(c -> c != '\n' && c != '\t' && unprintable(c))) {
            throw invalid(field, "1-" + limit + " printable characters");
        }
        return words;
    }

    public static OperationId operation(String field, String value) {
        if (!OperationId.isOne(value)) {
            throw invalid(field, "an id");
        }
        return new OperationId(value);
    }

    private static boolean unprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
