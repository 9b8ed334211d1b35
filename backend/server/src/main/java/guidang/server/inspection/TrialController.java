package guidang.server.inspection;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.aspects.AspectMatcher;
import guidang.server.aspects.AspectTemplate;
import guidang.server.aspects.TemplateForm;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Tries a template on an upload of the caller. Nothing is set and nothing
/// is filed.
@RestController
class TrialController {
    private final Uploads uploads;
    private final TemplateChecks checks;
    private final Scopes scopes;

    TrialController(Uploads uploads, TemplateChecks checks, Scopes scopes) {
        this.uploads = uploads;
        this.checks = checks;
        this.scopes = scopes;
    }

    /// A template to be tried.
    ///
    /// @param upload
    ///            of the caller
    /// @param threshold
    ///            50 to 100; absent: 75
    /// @param aspects
    ///            1 to 30
    @Schema(requiredProperties = {"upload", "aspects"})
    record TemplateTrial(@Nullable String upload, @Nullable Integer threshold,
            @Nullable List<TemplateForm.@Nullable NewAspect> aspects) {}

    /// What the upload would read against the template; for administrators
    /// and officers.
    @PostMapping("/api/templates/trials")
    Mono<ReadStructure> trial(Caller caller, Locale locale, @RequestBody Mono<TemplateTrial> body) {
        return body.flatMap(trial -> trial(caller, locale, trial));
    }

    private Mono<ReadStructure> trial(Caller caller, Locale locale, TemplateTrial trial) {
        if (caller.grants().stream().noneMatch(grant -> grant.role() == Role.OFFICER)) {
            scopes.requireAnywhere(caller, Role.ADMINISTRATOR);
        }
        AspectTemplate template = TemplateForm.check(trial.threshold(), trial.aspects());
        String upload = trial.upload();
        if (template.aspects().isEmpty() || upload == null) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of(upload == null ? "upload" : "aspects"));
        }
        return uploads.reading(caller, UploadId.of(upload))
                .map(reading -> checks.against(reading.structured(), new AspectMatcher(template), 0, locale));
    }
}
