package guidang.server.kernel;

import java.util.regex.Pattern;

/// The period that a document answers for: `YYYY`, `YYYY-Hn`, `YYYY-Qn`,
/// `YYYY-MM` or `once`; in a standing campaign `YYYY-MM-DD-n`.
public record Period(String value) {
    private static final Pattern FORM = Pattern
            .compile("once|\\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])-[1-9]\\d{0,3})?))?");
    /// The period of a document that is filed once. Stands below the form that it
    /// is checked by.
    public static final Period ONCE = new Period("once");

    /// @throws Problem
    ///             [ProblemType#MALFORMED_PERIOD] where the value is not of one of
    ///             those forms
    public Period {
        if (!FORM.matcher(value).matches()) {
            throw new Problem(ProblemType.MALFORMED_PERIOD, "value", value.length() > 64 ? value.substring(0, 64) + "…" : value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
