package guidang.server.search;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.ReportQuestion.Turn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// For whom a report waits, as a caller sees it: an officer's own turn, or that
/// of somebody below.
@Component
final class Turns {
    private final OrganizationPaths paths;

    Turns(OrganizationPaths paths) {
        this.paths = paths;
    }

    /// @param asked
    ///            `mine` or `below`; absent: whosever
    /// @throws Problem
    ///             `INVALID_FIELD`
    @Nullable
    Turn of(Caller caller, @Nullable String asked) {
        return switch (asked) {
            case null -> null;
            case "mine" -> new Turn(own(caller).distinct().toList(), true);
            case "below" -> new Turn(Stream.concat(own(caller), above(caller)).distinct().toList(), false);
            default -> throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("turn"));
        };
    }

    /// With those whose part passed to the caller's organisations.
    private Stream<String> own(Caller caller) {
        Set<Code> offices = caller.at(Role.OFFICER);
        Stream<Code> passed = offices.stream().flatMap(code -> paths.passedTo(code).stream()).map(OrganizationPaths::at);
        return Stream.concat(offices.stream(), passed).map(Code::value);
    }

    private Stream<String> above(Caller caller) {
        return caller.at(Role.OFFICER).stream().flatMap(code -> paths.path(code).stream())
                .flatMap(path -> Stream.of(path.split("/")));
    }
}
