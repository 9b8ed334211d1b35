package guidang.server.campaigns;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// An organisation's meeting in a campaign.
@RestController
class MeetingController {
    private final Meetings meetings;

    MeetingController(Meetings meetings) {
        this.meetings = meetings;
    }

    /// @param planned
    ///            absent where none was named
    /// @param held
    ///            absent until it is recorded
    /// @param guessed
    ///            whether working days were counted Monday to Friday because a year
    ///            had no calendar
    /// @param documents
    ///            those that are due after the meeting
    /// @param editable
    ///            whether the caller may record it
    record OrganizationMeeting(String organization, String name, @Nullable LocalDate planned, @Nullable LocalDate held,
            boolean guessed, List<MeetingDocument> documents, boolean editable) {}

    /// A document whose last day hangs on the meeting.
    ///
    /// @param due
    ///            absent while the meeting is not recorded as held
    record MeetingDocument(String type, String name, String period, DueRule.AfterMeeting afterMeeting,
            @Nullable LocalDate due) {}

    /// What is told: at least one of the two.
    ///
    /// @param planned
    ///            the day it is planned for
    /// @param held
    ///            the day it was held, today at the latest; recorded once more it
    ///            corrects the former, and counts by the calendars of then
    record MeetingForm(@Nullable LocalDate planned, @Nullable LocalDate held) {}

    @GetMapping("/api/campaigns/{code}/meetings/{organization}")
    Mono<OrganizationMeeting> meeting(Caller caller, @PathVariable Code code, @PathVariable Code organization) {
        return meetings.shown(caller, code, organization);
    }

    /// Records a planned or a held meeting; a clerk of the organisation, or of one
    /// above it on its behalf (代报).
    @PutMapping("/api/campaigns/{code}/meetings/{organization}")
    Mono<ResponseEntity<OrganizationMeeting>> tell(Caller caller, @PathVariable Code code, @PathVariable Code organization,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<MeetingForm> body) {
        return body.flatMap(form -> meetings.tell(caller, IdempotencyKey.of(key), code, organization, form))
                .flatMap(done -> meetings.shown(caller, code, organization).map(shown -> ResponseEntity.ok()
                        .header("Guidang-Position", Long.toString(done.position())).body(shown)));
    }
}
