package guidang.server.roster;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The roster of a campaign: read as far as the caller knows its organisations;
/// exemptions and extensions by administrators and officers at the campaign's
/// target or above.
@RestController
class RosterController {
    private static final int LARGEST_PAGE = 200;

    private final RosterPages pages;
    private final RosterEntries entries;
    private final Acts acts;

    RosterController(RosterPages pages, RosterEntries entries, Acts acts) {
        this.pages = pages;
        this.entries = entries;
        this.acts = acts;
    }

    /// Organisations in the order of their codes.
    ///
    /// @param total
    ///            of all pages
    /// @param next
    ///            to be handed in as `after`; absent on the last page
    record RosterPage(List<RosterEntry> items, long total, @Nullable String next) {}

    /// An organisation of the roster.
    ///
    /// @param path
    ///            where it lay when it came in
    /// @param addedAt
    ///            absent where it was in the roster from the beginning
    /// @param addedWhy
    ///            likewise
    /// @param planned
    ///            the day its meeting is planned for
    /// @param held
    ///            the day its meeting was held
    record RosterEntry(String organization, String name, String path, @Nullable Instant addedAt, @Nullable String addedWhy,
            @Nullable LocalDate planned, @Nullable LocalDate held, List<RosterSlot> slots) {}

    /// A document of it.
    ///
    /// @param due
    ///            the last day, extensions counted; absent while it hangs on a
    ///            meeting that is not recorded
    /// @param acts
    ///            what was done about it, in order
    record RosterSlot(String type, String name, String period, boolean required, @Nullable LocalDate due, boolean exempted,
            boolean delivered, List<RosterAct> acts) {}

    /// @param due
    ///            the new last day, where more time was given
    record RosterAct(ActKind act, Instant at, @Nullable LocalDate due, String reason) {}

    /// What came of an act.
    ///
    /// @param changed
    ///            organisations
    /// @param unchanged
    ///            organisations of which everything was so already
    record ActReport(int changed, int unchanged, long position) {}

    /// @param organization
    ///            it and those below it; none: everybody
    /// @param filter
    ///            `all`, `added`, `exempted` or `extended`
    @GetMapping("/api/campaigns/{code}/roster")
    Mono<RosterPage> roster(Caller caller, @PathVariable Code code,
            @RequestParam(required = false) @Nullable Code organization, @RequestParam(defaultValue = "all") String filter,
            @RequestParam(required = false) @Nullable Code after, @RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("size"));
        }
        RosterFilter chosen = RosterFilter.of(filter)
                .orElseThrow(() -> new Problem(ProblemType.INVALID_FIELD, "fields", List.of("filter")));
        return pages.require(caller, code, List.of())
                .flatMap(state -> pages
                        .page(caller, state, new RosterPages.Question(chosen, organization, after, size))
                        .flatMap(page -> entries.of(state, page.rows()).map(items -> new RosterPage(items, page.total(),
                                page.more() ? items.getLast().organization() : null))));
    }

    /// Nothing is expected of these organisations any more.
    @PostMapping("/api/campaigns/{code}/exemptions")
    Mono<ResponseEntity<ActReport>> exempt(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ActForm.Wished> body) {
        return body.flatMap(wished -> answer(caller, key, code, ActForm.of(ActKind.EXEMPT, wished)));
    }

    /// Takes exemptions back.
    @PostMapping("/api/campaigns/{code}/inclusions")
    Mono<ResponseEntity<ActReport>> include(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ActForm.Wished> body) {
        return body.flatMap(wished -> answer(caller, key, code, ActForm.of(ActKind.INCLUDE, wished)));
    }

    /// Gives these organisations until another day.
    @PostMapping("/api/campaigns/{code}/extensions")
    Mono<ResponseEntity<ActReport>> extend(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<ActForm.WishedExtension> body) {
        return body.flatMap(wished -> answer(caller, key, code, ActForm.of(wished)));
    }

    private Mono<ResponseEntity<ActReport>> answer(Caller caller, @Nullable String key, Code code, ActForm form) {
        return acts.act(caller, IdempotencyKey.of(key), code, form)
                .map(done -> ResponseEntity.ok().header("Guidang-Position", Long.toString(done.position()))
                        .body(new ActReport(done.changed(), done.unchanged(), done.position())));
    }
}
