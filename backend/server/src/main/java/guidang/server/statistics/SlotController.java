package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.ObligationIndex;
import guidang.server.query.ObligationIndex.Sort;
import guidang.server.query.Show;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The list behind each number, also of what was never filed.
@RestController
class SlotController {
    private final SlotLists lists;
    private final Questions questions;

    SlotController(SlotLists lists, Questions questions) {
        this.lists = lists;
        this.questions = questions;
    }

    /// @param show
    ///            which of them: the name of the number
    /// @param aspect
    ///            index of an aspect, for the numbers that are of one
    /// @param after
    ///            `next` of the page before
    @GetMapping("/api/statistics/slots")
    Mono<SlotPage> slots(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked,
            @Parameter(schema = @Schema(allowableValues = {"expected", "delivered", "missing", "overdue", "on-time", "late",
                    "timed", "returned", "waiting", "accepted", "date-missing", "exempted", "organizations", "complete",
                    "incomplete", "examined", "aspect", "problems", "aspects-missing",
                    "placeholders"}, defaultValue = "expected")) @RequestParam(defaultValue = "expected") String show,
            @RequestParam(required = false) @Min(0) @Max(29) @Nullable Integer aspect,
            @Parameter(schema = @Schema(allowableValues = {"tree", "oldest",
                    "due"}, defaultValue = "tree")) @RequestParam(defaultValue = "tree") String sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size,
            @RequestParam(required = false) @Nullable String after) {
        Question question = questions.of(caller, asked);
        return lists.page(caller, question, listed(question, show, aspect, sort), after == null ? null : SlotCursor.read(after),
                size);
    }

    static ObligationIndex.Question listed(Question question, String show, @Nullable Integer aspect, String sort) {
        return new ObligationIndex.Question(question.filter(),
                Arrays.stream(Show.values()).filter(one -> one.text().equals(show)).findFirst()
                        .orElseThrow(() -> invalid("show")),
                aspect, Arrays.stream(Sort.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(sort)).findFirst()
                        .orElseThrow(() -> invalid("sort")));
    }

    private static Problem invalid(String field) {
        return new Problem(ProblemType.INVALID_FIELD, "fields", List.of(field));
    }
}
