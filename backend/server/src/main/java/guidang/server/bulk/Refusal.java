package guidang.server.bulk;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Arrays;
import java.util.Map;

/// A problem as it is kept with a row, until somebody asks for it in a
/// language.
///
/// @param code
///            the problem's type: `slot-taken`
/// @param arguments
///            small values that fill its words
record Refusal(String code, Map<String, Object> arguments) {
    static Refusal of(Problem problem) {
        return new Refusal(problem.type().slug(), problem.arguments());
    }

    boolean is(ProblemType type) {
        return code.equals(type.slug());
    }

    /// Unknown where a newer release wrote it.
    Problem problem() {
        ProblemType type = Arrays.stream(ProblemType.values()).filter(this::is).findFirst().orElse(ProblemType.INTERNAL);
        return new Problem(type, arguments.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray());
    }
}
