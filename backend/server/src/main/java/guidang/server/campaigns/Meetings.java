package guidang.server.campaigns;

import guidang.server.calendars.PlannedDays;
import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.MeetingController.MeetingDocument;
import guidang.server.campaigns.MeetingController.MeetingForm;
import guidang.server.campaigns.MeetingController.OrganizationMeeting;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Organizations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Planned and held meetings, told by the branch's clerk or one above it.
@Service
class Meetings {
    private static final String ROUTE = "PUT /api/campaigns/meetings";

    private final Journal journal;
    private final Campaigns campaigns;
    private final CampaignReading reading;
    private final Organizations tree;
    private final OrganizationNames names;
    private final Scopes scopes;
    private final Due due;
    private final InstantSource clock;

    Meetings(Journal journal, Campaigns campaigns, CampaignReading reading, Organizations tree, OrganizationNames names,
            Scopes scopes, Due due, InstantSource clock) {
        this.journal = journal;
        this.campaigns = campaigns;
        this.reading = reading;
        this.tree = tree;
        this.names = names;
        this.scopes = scopes;
        this.due = due;
        this.clock = clock;
    }

    /// For whoever sees the organisation's figures, and for the clerks above it.
    /// Errors: `CAMPAIGN_UNKNOWN`, `ORGANIZATION_UNKNOWN`, `NOT_ROSTERED`.
    Mono<OrganizationMeeting> shown(Caller caller, Code campaign, Code organization) {
        return rostered(caller, campaign, organization).flatMap(state -> Mono.zip(campaigns.meeting(campaign, organization),
                campaigns.names(state), names.names(List.of(organization)))
                .map(all -> shown(caller, state, organization, all.getT1(), all.getT2(),
                        all.getT3().getOrDefault(organization, organization.value()))));
    }

    private Mono<CampaignState> rostered(Caller caller, Code campaign, Code organization) {
        return Mono.fromSupplier(() -> {
            String path = scopes.known(caller, organization);
            if (!scopes.figures(caller).includes(path) && !scopes.may(caller, Role.CLERK, path)) {
                throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
            }
            return reading.known(caller, campaign);
        }).flatMap(state -> campaigns.rostered(state, organization)
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_ROSTERED, "organization", organization.value(),
                        "campaign", campaign.value())))
                .thenReturn(state));
    }

    private OrganizationMeeting shown(Caller caller, CampaignState campaign, Code organization, Meeting meeting,
            CampaignNames named, String name) {
        Meeting.Held held = meeting.held();
        List<MeetingDocument> documents = campaign.documents().stream()
                .filter(d -> d.due() instanceof DueRule.AfterMeeting)
                .map(d -> new MeetingDocument(d.type().value(), named.document(d.type()), d.period().value(),
                        (DueRule.AfterMeeting) d.due(), d.due().day(meeting)))
                .toList();
        boolean editable = campaign.open() && scopes.may(caller, Role.CLERK, scopes.known(caller, organization));
        return new OrganizationMeeting(organization.value(), name, meeting.planned(), held == null ? null : held.day(),
                held != null && held.guessed(), documents, editable);
    }

    /// Records what is told. Repeating under the same key records it once. Errors:
    /// as [#shown]; `INVALID_FIELD`, `CAMPAIGN_NOT_OPEN`, `FORBIDDEN`.
    Mono<Committed> tell(Caller caller, String key, Code campaign, Code organization, MeetingForm form) {
        Instant now = clock.instant();
        requireValid(form, LocalDate.ofInstant(now, due.timeZone()));
        OperationId operation = OperationId.of(caller.subject(), ROUTE, campaign + "/" + organization + ":" + key);
        String digest = Digests.hex(form.toString().getBytes(StandardCharsets.UTF_8));
        MeetingDecision decision = new MeetingDecision(tree, caller, campaign, organization, form.planned(), form.held(), now);
        return rostered(caller, campaign, organization)
                .flatMap(_ -> journal.submit(new Command(operation, digest, decision)));
    }

    private static void requireValid(MeetingForm form, LocalDate today) {
        List<String> wrong = new ArrayList<>();
        requireDay("planned", form.planned(), PlannedDays.LATEST, wrong);
        requireDay("held", form.held(), today, wrong);
        if (form.planned() == null && form.held() == null) {
            wrong.add("held");
        }
        if (!wrong.isEmpty()) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", wrong);
        }
    }

    private static void requireDay(String field, @Nullable LocalDate day, LocalDate last, List<String> wrong) {
        if (day != null && (PlannedDays.bounded(day) == null || day.isAfter(last))) {
            wrong.add(field);
        }
    }
}
