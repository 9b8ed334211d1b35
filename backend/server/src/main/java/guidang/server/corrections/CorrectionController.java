package guidang.server.corrections;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Corrections without their authors, for measuring the reader; for
/// administrators at the root.
@RestController
@RequestMapping("/api/corrections")
class CorrectionController {
    private static final int LARGEST_PAGE = 200;

    private final Corrections corrections;
    private final Scopes scopes;

    CorrectionController(Corrections corrections, Scopes scopes) {
        this.corrections = corrections;
        this.scopes = scopes;
    }

    /// Corrections, from the oldest day on.
    ///
    /// @param next
    ///            to be handed in as `after`; absent on the last page
    record CorrectionPage(List<DatedCorrection> items, @Nullable String next) {}

    /// A correction and its day.
    ///
    /// @param day
    ///            in UTC; nothing tells the moment
    /// @param field
    ///            a member of a filing
    /// @param suggested
    ///            absent where nothing was
    /// @param confirmed
    ///            absent where the field was emptied
    record DatedCorrection(String day, String field, @Nullable String suggested, @Nullable String confirmed, String reader) {}

    /// A page of them.
    ///
    /// @param size
    ///            filings, 1 to 200
    @GetMapping
    Mono<CorrectionPage> page(@Parameter(hidden = true) Caller caller, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size) {
        scopes.requireAtRoot(caller, Role.ADMINISTRATOR);
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("size"));
        }
        return corrections.list(after, size).collectList().map(all -> page(all, size));
    }

    private static CorrectionPage page(List<Corrections.Placed> all, int size) {
        return new CorrectionPage(
                all.stream().flatMap(one -> one.corrections().stream().map(c -> dated(one.place(), c))).toList(),
                all.size() < size ? null : all.getLast().place());
    }

    private static DatedCorrection dated(String place, Correction one) {
        return new DatedCorrection(place.substring(0, place.indexOf('/')), one.field(), one.suggested(), one.confirmed(),
                one.reader());
    }

    /// Removes all of them.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> erase(@Parameter(hidden = true) Caller caller) {
        scopes.requireAtRoot(caller, Role.ADMINISTRATOR);
        return corrections.erase().then();
    }
}
