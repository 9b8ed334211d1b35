package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Committed;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.organizations.OrganizationType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Campaigns: read by everybody whom they concern, made by administrators.
@RestController
class CampaignController {
    private final CampaignReading reading;
    private final CampaignLife life;

    CampaignController(CampaignReading reading, CampaignLife life) {
        this.reading = reading;
        this.life = life;
    }

    /// A campaign.
    ///
    /// @param types
    ///            the types of organisations that file; empty: all
    /// @param target
    ///            the organisation below which everybody files
    /// @param rostered
    ///            organisations in the frozen roster; absent until it is open
    record Campaign(String code, String name, CampaignState.Phase state, List<CampaignDocument> documents, String target,
            @Nullable String targetName,
            List<OrganizationType> types, @Nullable Instant openedAt, @Nullable Integer rostered) {}

    /// A document that each rostered organisation files.
    ///
    /// @param due
    ///            the last day
    record CampaignDocument(String type, String name, String period, LocalDate due, boolean required) {}

    /// All campaigns that concern the caller.
    @Schema(name = "Campaigns")
    record CampaignItems(List<Campaign> items) {}

    /// A campaign to be made.
    ///
    /// @param types
    ///            the types of organisations that file; absent or empty: all
    @Schema(requiredProperties = {"code", "name", "target", "documents"})
    record NewCampaign(@Nullable Code code, @Nullable String name, @Nullable Code target, @Nullable List<OrganizationType> types,
            @Nullable List<NewDocument> documents) {}

    /// A document to be asked for.
    ///
    /// @param period
    ///            absent: `once`
    /// @param due
    ///            the last day
    /// @param required
    ///            absent: true
    @Schema(requiredProperties = {"type", "name", "due"})
    record NewDocument(@Nullable Code type, @Nullable String name, @Nullable Period period, @Nullable LocalDate due,
            @Nullable Boolean required) {}

    @GetMapping("/api/campaigns")
    Mono<CampaignItems> campaigns(Caller caller) {
        return reading.all(caller).collectList().map(CampaignItems::new);
    }

    @GetMapping("/api/campaigns/{code}")
    Mono<Campaign> campaign(Caller caller, @PathVariable Code code) {
        return reading.one(caller, code);
    }

    /// Makes a draft; an administrator at the target or above.
    @PostMapping("/api/campaigns")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Campaign>> create(Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<NewCampaign> body) {
        return body.map(CampaignForm::of).flatMap(form -> life.create(caller, IdempotencyKey.of(key), form)
                .flatMap(done -> reading.one(caller, form.code())
                        .map(made -> ResponseEntity.created(URI.create("/api/campaigns/" + made.code()))
                                .header("Guidang-Position", position(done))
                                .body(made))));
    }

    /// Freezes the roster from the tree of now and takes reports from then on.
    @PostMapping("/api/campaigns/{code}/open")
    Mono<ResponseEntity<Campaign>> open(Caller caller, @PathVariable Code code) {
        reading.require(caller, Role.ADMINISTRATOR, code);
        return life.open(caller, code).flatMap(done -> answer(caller, code, done));
    }

    /// Takes no more reports.
    @PostMapping("/api/campaigns/{code}/close")
    Mono<ResponseEntity<Campaign>> close(Caller caller, @PathVariable Code code) {
        reading.require(caller, Role.ADMINISTRATOR, code);
        return life.close(caller, code).flatMap(done -> answer(caller, code, done));
    }

    private Mono<ResponseEntity<Campaign>> answer(Caller caller, Code code, Committed done) {
        return reading.one(caller, code)
                .map(campaign -> ResponseEntity.ok().header("Guidang-Position", position(done)).body(campaign));
    }

    private static String position(Committed done) {
        return Long.toString(done.position());
    }
}
