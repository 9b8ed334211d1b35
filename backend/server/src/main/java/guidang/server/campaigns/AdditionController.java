package guidang.server.campaigns;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.journal.Committed;
import guidang.server.kernel.Code;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who is asked after a campaign opened.
@RestController
class AdditionController {
    private static final int MOST = 100;

    private final Additions additions;

    AdditionController(Additions additions) {
        this.additions = additions;
    }

    /// @param organizations
    ///            1 to 100
    /// @param reason
    ///            1 to 1,000 characters
    @Schema(requiredProperties = {"organizations", "reason"})
    record AdditionForm(@Nullable List<@Nullable Code> organizations, @Nullable String reason) {}

    /// @param added
    ///            organisations that were not in the roster before
    record AdditionReport(int added, long position) {}

    /// Adds organisations to the roster of an open campaign, each with its place of
    /// now; an administrator or officer at the campaign's target or above.
    @PostMapping("/api/campaigns/{code}/additions")
    Mono<ResponseEntity<AdditionReport>> add(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<AdditionForm> body) {
        return body.flatMap(form -> additions.add(caller, IdempotencyKey.of(key), code,
                Reasons.listed("organizations", form.organizations(), MOST), Reasons.of(form.reason())))
                .map(AdditionController::report);
    }

    private static ResponseEntity<AdditionReport> report(Committed done) {
        int added = done.records().stream().map(CampaignCodec::read)
                .mapToInt(record -> record instanceof CampaignRecord.Added rows ? rows.rows().size() : 0).sum();
        return ResponseEntity.ok().header("Guidang-Position", Long.toString(done.position()))
                .body(new AdditionReport(added, done.position()));
    }
}
