package guidang.server.statistics;

import guidang.server.access.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Figures of the rectification register, within the caller's scope.
@RestController
class RegisterFiguresController {
    private final RegisterTables tables;
    private final RecurringLists lists;

    RegisterFiguresController(RegisterTables tables, RecurringLists lists) {
        this.tables = tables;
        this.lists = lists;
    }

    /// By organisation: as for obligations.
    @GetMapping("/api/statistics/rectifications")
    Mono<RegisterFigures> rectifications(Caller caller, @ParameterObject @Valid @ModelAttribute ItemsAsked asked) {
        return tables.organizations(caller, asked.asked());
    }

    /// By organisation and aspect, of what the caller reads.
    @GetMapping("/api/statistics/rectifications/aspects")
    Mono<RegisterAspects> aspects(Caller caller, @ParameterObject @Valid @ModelAttribute ItemsAsked asked) {
        return tables.aspects(caller, asked.asked());
    }

    /// What one organisation has had under one aspect in several campaigns, of what
    /// the caller reads.
    ///
    /// @param size
    ///            organisations, about
    /// @param after
    ///            `next` of the page before
    @GetMapping("/api/statistics/rectifications/recurring")
    Mono<RecurringProblems> recurring(Caller caller, @ParameterObject @Valid @ModelAttribute ItemsAsked asked,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size,
            @RequestParam(required = false) @Nullable String after) {
        return lists.page(caller, asked.asked(), after == null ? null : SlotCursor.read(after), size);
    }
}
