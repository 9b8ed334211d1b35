package guidang.server.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/// A refusal or failure that a caller is told of (RFC 9457): its type says what
/// happened and what to do, its arguments fill the words. `web` maps it to a
/// response, with texts in the caller's language.
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient Map<String, Object> arguments;

    /// @param namesAndValues
    ///            pairs of name and value, shown to the caller as members of the
    ///            problem: never words of a document
    public Problem(ProblemType type, Object... namesAndValues) {
        super(type.slug(), null, false, false);
        this.type = type;
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        this.arguments = Map.copyOf(all);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }
}
