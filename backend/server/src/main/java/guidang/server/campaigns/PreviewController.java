package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.campaigns.CampaignController.NewCampaign;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.OrganizationType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What helps to write a draft; nothing is written.
@RestController
class PreviewController {
    private static final int FARTHEST = 20;

    private final Preview preview;
    private final CampaignReading reading;
    private final Campaigns campaigns;

    PreviewController(Preview preview, CampaignReading reading, Campaigns campaigns) {
        this.preview = preview;
        this.reading = reading;
        this.campaigns = campaigns;
    }

    /// What a campaign would come to if it opened now.
    ///
    /// @param organizations
    ///            in its roster
    /// @param required
    ///            documents that would be owed
    /// @param optional
    ///            documents that might be filed
    /// @param branches
    ///            by the organisations right below the target, at most 200
    /// @param elsewhere
    ///            organisations below none of these
    /// @param rows
    ///            the first 50
    record RosterPreview(int organizations, long required, long optional, List<DocumentCount> documents,
            List<TypeCount> types, List<Branch> branches, int elsewhere, List<PreviewRow> rows) {}

    /// How many organisations file a document.
    record DocumentCount(String type, String period, boolean required, int organizations) {}

    /// How many organisations of a type file.
    record TypeCount(OrganizationType type, int organizations) {}

    /// How many organisations file at and below one.
    record Branch(String organization, String name, int organizations) {}

    /// One organisation of the roster.
    record PreviewRow(String organization, String name, OrganizationType type, String path) {}

    /// Counts whom a campaign would ask; the form as for a new one.
    @PostMapping("/api/campaigns/preview")
    Mono<RosterPreview> preview(Caller caller, @RequestBody Mono<NewCampaign> body) {
        return body.map(CampaignForm::of).flatMap(form -> preview.of(caller, form));
    }

    /// A campaign as a form to write a draft from: with `years` its days, periods
    /// and the years in its names lie so many years later. The code is the former
    /// one's and has to be another.
    ///
    /// @param years
    ///            −20 to 20
    @GetMapping("/api/campaigns/{code}/form")
    Mono<CampaignCopy> form(Caller caller, @PathVariable Code code, @RequestParam(defaultValue = "0") int years) {
        if (Math.abs(years) > FARTHEST) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("years"));
        }
        reading.require(caller, Role.ADMINISTRATOR, code);
        CampaignState campaign = reading.known(caller, code);
        return campaigns.names(campaign).map(names -> new Shift(years).copy(campaign, names));
    }

    /// A form as a person would send it.
    record CampaignCopy(String code, String name, @Nullable String period, String target,
            List<String> targets, List<String> leftOut, List<String> leftOutAlone, List<Integer> levels,
            List<OrganizationType> types, List<Integer> acceptance, List<CampaignController.CampaignDocument> documents) {}
}
