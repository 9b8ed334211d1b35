package guidang.server.campaigns;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Committed;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.OrganizationType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
    /// @param period
    ///            what it is about; absent where none was named
    /// @param types
    ///            the types of organisations that file; empty: all
    /// @param target
    ///            the organisation whose campaign it is
    /// @param targets
    ///            the subtrees whose organisations file, as far as the caller knows
    ///            them
    /// @param leftOut
    ///            not asked, with all below; as far as the caller knows them
    /// @param leftOutAlone
    ///            not asked, but those below are; as far as the caller knows them
    /// @param levels
    ///            of organisations in the tree, 1 is the highest; empty: all
    /// @param acceptance
    ///            how many levels above the organisation that files they accept, in
    ///            turn; 1 is the parent
    /// @param rostered
    ///            organisations in the frozen roster; absent until it is open, and
    ///            for those who do not see the figures of the target
    /// @param frozen
    ///            rows that are frozen so far, while it is opening
    /// @param added
    ///            organisations that were added afterwards; absent like `rostered`
    /// @param revision
    ///            of the draft, from 1; handed in again to change it
    /// @param administered
    ///            whether the caller changes, opens and closes it
    /// @param overseen
    ///            whether the caller adds, exempts and extends in it
    record Campaign(String code, String name, @Nullable String period, CampaignState.Phase state,
            List<CampaignDocument> documents, String target, @Nullable String targetName, List<CampaignOrganization> targets,
            List<CampaignOrganization> leftOut, List<CampaignOrganization> leftOutAlone, Collection<Integer> levels,
            Collection<OrganizationType> types, List<Integer> acceptance, @Nullable Instant openedAt,
            @Nullable Integer rostered, @Nullable Integer frozen, @Nullable Integer added, int revision,
            boolean administered, boolean overseen) {}

    /// An organisation that a campaign names.
    record CampaignOrganization(String code, String name) {}

    /// A document that each rostered organisation files: due on a day, or after its
    /// meeting.
    ///
    /// @param due
    ///            the last day; absent where it hangs on the meeting
    /// @param afterMeeting
    ///            absent where the last day is the same for all
    record CampaignDocument(String type, String name, String period, @Nullable LocalDate due,
            DueRule.@Nullable AfterMeeting afterMeeting, boolean required) {}

    /// All campaigns that concern the caller.
    @Schema(name = "Campaigns")
    record CampaignItems(List<Campaign> items) {}

    /// A campaign to be made, or what a draft is to be.
    ///
    /// @param types
    ///            the types of organisations that file; absent or empty: all
    /// @param targets
    ///            subtrees at or below the target, each with its top; absent or
    ///            empty: all below the target. At most 300
    /// @param leftOut
    ///            at most 300
    /// @param leftOutAlone
    ///            at most 300
    /// @param levels
    ///            1 to 30; absent or empty: all
    /// @param acceptance
    ///            ascending, at most five; absent: the parent
    /// @param documents
    ///            at most 50; a draft may have none yet
    /// @param replaces
    ///            the revision of the draft that was seen; only to change it
    @Schema(requiredProperties = {"code", "name", "target"})
    record NewCampaign(@Nullable Code code, @Nullable String name, @Nullable Period period, @Nullable Code target,
            @Nullable List<@Nullable Code> targets, @Nullable List<@Nullable Code> leftOut,
            @Nullable List<@Nullable Code> leftOutAlone, @Nullable List<@Nullable Integer> levels,
            @Nullable List<@Nullable OrganizationType> types, @Nullable List<@Nullable Integer> acceptance,
            @Nullable List<@Nullable NewDocument> documents, @Nullable Integer replaces) {}

    /// A document to be asked for: `due` or `afterMeeting`.
    ///
    /// @param period
    ///            absent: `once`
    /// @param due
    ///            the last day
    /// @param required
    ///            absent: true
    @Schema(requiredProperties = {"type", "name"})
    record NewDocument(@Nullable Code type, @Nullable String name, @Nullable Period period, @Nullable LocalDate due,
            @Nullable MeetingRule afterMeeting, @Nullable Boolean required) {}

    /// So many days after the meeting was held.
    ///
    /// @param days
    ///            0 to 366
    /// @param working
    ///            whether working days are counted; absent: all days
    @Schema(requiredProperties = "days")
    record MeetingRule(@Nullable Integer days, @Nullable Boolean working) {}

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

    /// Makes a draft another one: the whole of it. Of two who change the same
    /// revision the later is told so.
    @PutMapping("/api/campaigns/{code}")
    Mono<ResponseEntity<Campaign>> change(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<NewCampaign> body) {
        reading.require(caller, Role.ADMINISTRATOR, code);
        return body.flatMap(wished -> life
                .change(caller, IdempotencyKey.of(key), code, CampaignForm.of(wished), replaces(wished))
                .flatMap(done -> answer(caller, code, done)));
    }

    private static int replaces(NewCampaign wished) {
        if (wished.replaces() == null) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("replaces"));
        }
        return wished.replaces();
    }

    /// Freezes the roster from the tree of now and takes reports from then on. A
    /// large one goes on being frozen after the answer, which then says `opening`.
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
