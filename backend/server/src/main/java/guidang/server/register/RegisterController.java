package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.query.Continuation;
import guidang.server.query.ItemAnswer;
import guidang.server.query.ItemIndex;
import guidang.server.query.ItemQuestion;
import guidang.server.query.ItemQuestion.Sort;
import guidang.server.search.Cursors;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The register as a table.
@RestController
class RegisterController {
    private final ItemIndex items;
    private final RegisterQuestions questions;
    private final RegisterNames names;
    private final Cursors cursors;

    RegisterController(ItemIndex items, RegisterQuestions questions, RegisterNames names, Cursors cursors) {
        this.items = items;
        this.questions = questions;
        this.names = names;
        this.cursors = cursors;
    }

    /// @param after
    ///            `next` of the page before
    @GetMapping("/api/rectifications")
    Mono<RegisterPage> rectifications(Caller caller, @ParameterObject @Valid @ModelAttribute RegisterAsked asked,
            @Parameter(schema = @Schema(allowableValues = {"due", "opened", "number", "waiting",
                    "best"}, defaultValue = "due")) @RequestParam(defaultValue = "due") @Pattern(regexp = "due|opened|number|waiting|best") String sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size,
            @RequestParam(required = false) @Nullable String after) {
        String fingerprint = String.join("\0", caller.subject(), "rectifications", asked.question(), sort);
        Continuation from = after == null ? null : cursors.read(after, fingerprint);
        ItemQuestion question = questions.of(caller, asked, Sort.valueOf(sort.toUpperCase(Locale.ROOT)), size, from);
        Scope scope = questions.scope(caller);
        return items.page(scope, question).flatMap(answer -> names.page(answer, next(answer, fingerprint)));
    }

    private @Nullable String next(ItemAnswer answer, String fingerprint) {
        Continuation next = answer.next();
        return next == null ? null : cursors.write(next, fingerprint);
    }
}
