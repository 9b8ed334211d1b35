package guidang.server.suggestions;

import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What a form is filled in with before anybody has written a word.
@RestController
class SuggestionController {
    private final SuggestionReading reading;

    SuggestionController(SuggestionReading reading) {
        this.reading = reading;
    }

    /// What the upload suggests, with the words that each suggestion comes from and
    /// how much speaks for it. For clerks.
    ///
    /// @param organization
    ///            the one that the clerk has chosen; absent: it is suggested among
    ///            those that the clerk files for
    @GetMapping("/api/uploads/{upload}/suggestions")
    Mono<Suggestions> suggestions(@Parameter(hidden = true) Caller caller, @PathVariable String upload,
            @RequestParam(required = false) @Nullable Code organization) {
        return reading.of(caller, upload, organization);
    }
}
