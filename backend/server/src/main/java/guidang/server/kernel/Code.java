package guidang.server.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/// A code of an organisation, campaign or document type:
/// `[A-Z0-9][A-Z0-9-]{0,31}`, never reused.
public record Code(String value) implements Comparable<Code> {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");

    /// @throws Problem
    ///             [ProblemType#MALFORMED_CODE] where the value is not of that form
    public Code {
        if (!FORM.matcher(value).matches()) {
            throw new Problem(ProblemType.MALFORMED_CODE, "value", value.length() > 64 ? value.substring(0, 64) + "…" : value);
        }
    }

    /// Reads what a person typed: trimmed and upper-cased.
    public static Code of(String typed) {
        return new Code(typed.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Code other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
