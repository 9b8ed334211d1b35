package guidang.server.duplicates;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.ReportTexts;
import guidang.server.inspection.Uploads;
import guidang.server.kernel.Code;
import guidang.server.query.PassageIndex.Kept;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where reports coincide (雷同): before filing, after it, and in a campaign.
/// What one organisation files in one campaign may repeat itself: its measures
/// answer its own problems.
@RestController
class CoincidenceController {
    private final Uploads uploads;
    private final ReportTexts texts;
    private final TextComparer comparer;
    private final CampaignClusters clusters;
    private final Scopes scopes;

    CoincidenceController(Uploads uploads, ReportTexts texts, TextComparer comparer, CampaignClusters clusters, Scopes scopes) {
        this.uploads = uploads;
        this.texts = texts;
        this.comparer = comparer;
        this.clusters = clusters;
        this.scopes = scopes;
    }

    /// Of the caller's upload.
    ///
    /// @param organization
    ///            by which it will be filed, where that is known
    /// @param campaign
    ///            in which it will be filed
    @GetMapping("/api/uploads/{upload}/coincidences")
    Mono<Coincidences> ofUpload(@Parameter(hidden = true) Caller caller, @PathVariable String upload,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String campaign) {
        Code owner = organization == null ? null : Code.of(organization);
        List<Code> owners = Stream.concat(Stream.ofNullable(owner), caller.at(Role.CLERK).stream()).distinct().toList();
        return uploads.document(caller, upload).flatMap(document -> comparer.compare(caller, document, owners,
                kept -> owner == null || campaign == null || !isOf(kept, owner.value(), Code.of(campaign).value())));
    }

    /// Of a report that the caller may read.
    @GetMapping("/api/reports/{id}/coincidences")
    Mono<Coincidences> ofReport(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return texts.readable(caller, id).flatMap(text -> comparer.compare(caller, text.document(),
                List.of(text.filed().organization()), kept -> !isOfSame(kept, text.filed())));
    }

    private static boolean isOfSame(Kept kept, Filed filed) {
        return isOf(kept, filed.organization().value(), filed.campaign().value());
    }

    private static boolean isOf(Kept kept, String organization, String campaign) {
        return kept.organization().equals(organization) && kept.campaign().equals(campaign);
    }

    /// Reports of a campaign that coincide with each other. For officers and
    /// auditors, within their subtrees.
    ///
    /// @param organization
    ///            it and those below it; none: the whole scope
    /// @param after
    ///            `next` of the page before
    @GetMapping("/api/coincidences")
    Mono<ClusterPage> ofCampaign(@Parameter(hidden = true) Caller caller, @RequestParam String campaign,
            @RequestParam(required = false) @Nullable String organization, @RequestParam(defaultValue = "0") @Min(0) int after) {
        String below = organization == null ? null : scopes.known(caller, Code.of(organization));
        return clusters.of(caller, Code.of(campaign), below, after);
    }
}
