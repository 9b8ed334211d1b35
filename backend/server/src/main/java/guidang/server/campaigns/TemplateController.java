package guidang.server.campaigns;

import guidang.server.aspects.TemplateForm;
import guidang.server.aspects.BuiltInTemplates;
import guidang.server.aspects.AspectTemplate;
import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.aspects.TemplateForm.NewAspect;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Templates of aspects: read by everybody whom the campaign concerns, set by
/// administrators and officers at its target or above.
@RestController
class TemplateController {
    private final CampaignTemplates templates;
    private final BuiltInTemplates builtIn;

    TemplateController(CampaignTemplates templates, BuiltInTemplates builtIn) {
        this.templates = templates;
        this.builtIn = builtIn;
    }

    /// The aspects that a campaign asks for.
    ///
    /// @param version
    ///            of the template, from 1; 0 where none was ever set
    /// @param aspects
    ///            in their order; empty where none are asked for
    /// @param threshold
    ///            how alike words must be to name an aspect, 50 to 100
    /// @param setAt
    ///            absent in version 0
    /// @param editable
    ///            whether the caller may set another
    record Template(int version, List<TemplateAspect> aspects, int threshold, @Nullable Instant setAt, boolean editable) {}

    /// One aspect, and other words for it.
    record TemplateAspect(String name, List<String> aliases) {}

    /// A template to be set.
    ///
    /// @param replaces
    ///            the version that was seen; absent: 0
    /// @param threshold
    ///            50 to 100; absent: 75
    /// @param aspects
    ///            at most 30; an empty list asks for none any more
    @Schema(requiredProperties = "aspects")
    record NewTemplate(@Nullable Integer replaces, @Nullable Integer threshold, @Nullable List<@Nullable NewAspect> aspects) {}

    /// Sets of aspects to begin with.
    @Schema(name = "BuiltInTemplates")
    record Sets(List<AspectSet> items) {}

    /// A set of aspects that was asked for before.
    record AspectSet(String key, String name, List<TemplateAspect> aspects) {}

    /// The sets that are built in, from the oldest to the newest.
    @GetMapping("/api/templates")
    Sets sets(Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new Sets(builtIn.all().stream()
                .map(set -> new AspectSet(set.key(), english ? set.en() : set.zh(), aspects(set.aspects()))).toList());
    }

    @GetMapping("/api/campaigns/{code}/template")
    Mono<Template> template(Caller caller, @PathVariable Code code) {
        return templates.shown(caller, code).map(TemplateController::view);
    }

    /// Sets another template instead of the one that was seen. What was filed stays
    /// as it is; what is shown of it follows the template of now.
    @PutMapping("/api/campaigns/{code}/template")
    Mono<ResponseEntity<Template>> set(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<NewTemplate> body) {
        return body.flatMap(wished -> templates
                .set(caller, IdempotencyKey.of(key), code, replaces(wished),
                        TemplateForm.check(wished.threshold(), wished.aspects()))
                .flatMap(done -> templates.shown(caller, code)
                        .map(shown -> ResponseEntity.ok().header("Guidang-Position", Long.toString(done.position()))
                                .body(view(shown)))));
    }

    private static int replaces(NewTemplate wished) {
        int version = wished.replaces() == null ? 0 : wished.replaces();
        if (version < 0) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("replaces"));
        }
        return version;
    }

    private static Template view(CampaignTemplates.Shown shown) {
        CampaignState.Template set = shown.campaign().template();
        return new Template(shown.campaign().templateVersion(), aspects(shown.template().aspects()), shown.template().threshold(),
                set == null ? null : set.setAt(), shown.editable());
    }

    private static List<TemplateAspect> aspects(List<AspectTemplate.Aspect> aspects) {
        return aspects.stream().map(one -> new TemplateAspect(one.name(), one.aliases())).toList();
    }
}
