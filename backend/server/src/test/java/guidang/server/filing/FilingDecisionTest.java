package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.campaigns.CampaignRecord;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilingDecisionTest {
    private static final Code ROOT = new Code("ROOT");
    private static final Code BUREAU = new Code("BUREAU");
    private static final Caller CLERK = caller(Role.CLERK, SlotStream.BRANCH);

    private final SlotStream slot = new SlotStream();
    private boolean imported;
    private Code target = ROOT;
    private CampaignState.Phase phase = CampaignState.Phase.OPEN;

    @Test
    void theFirstVersionOfAnEmptySlot() {
        ReportRecord.Filed filed = filed(decide(CLERK, "a", null));
        assertThat(filed.version()).isEqualTo(1);
        assertThat(filed.onBehalf()).isFalse();
        assertThat(filed.report()).isEqualTo(SlotStream.operation("a"));
    }

    @Test
    void theNextVersionNamesTheOneItReplaces() {
        slot.file("a");
        assertThat(filed(decide(CLERK, "b", SlotStream.operation("a"))).version()).isEqualTo(2);
    }

    @Test
    void aTakenSlotSaysWhatIsThereAndSinceWhen() {
        slot.file("a");
        Problem problem = refused(CLERK, "b", null);
        assertThat(problem.type()).isEqualTo(ProblemType.SLOT_TAKEN);
        assertThat(problem.arguments()).containsEntry("report", SlotStream.operation("a").value()).containsEntry("version", 1)
                .containsEntry("receivedAt", SlotStream.START.toString());
    }

    @Test
    void whoReplacesAVersionThatIsNoLongerCurrentIsToldOfTheCurrentOne() {
        slot.file("a").file("b");
        Problem problem = refused(CLERK, "c", SlotStream.operation("a"));
        assertThat(problem.type()).isEqualTo(ProblemType.SLOT_TAKEN);
        assertThat(problem.arguments()).containsEntry("report", SlotStream.operation("b").value());
    }

    @Test
    void aWithdrawnVersionCannotBeReplaced() {
        slot.file("a").withdraw("a");
        assertThat(refused(CLERK, "b", SlotStream.operation("a")).type()).isEqualTo(ProblemType.REPORT_STATE);
        assertThat(filed(decide(CLERK, "b", null)).version()).isEqualTo(2);
    }

    @Test
    void theSameBytesTwiceAreToldSo() {
        slot.file("a").file("b");
        Problem problem = refused(CLERK, "a", SlotStream.operation("b"));
        assertThat(problem.type()).isEqualTo(ProblemType.ALREADY_FILED);
        assertThat(problem.arguments()).containsEntry("report", SlotStream.operation("a").value());
    }

    @Test
    void theBytesOfAWithdrawnVersionMayComeAgain() {
        slot.file("a").withdraw("a");
        assertThat(filed(decide(CLERK, "a", null)).version()).isEqualTo(2);
    }

    @Test
    void aClerkAboveFilesOnBehalf() {
        assertThat(filed(decide(caller(Role.CLERK, BUREAU), "a", null)).onBehalf()).isTrue();
    }

    @Test
    void anOrganizationOutOfScopeIsAsIfItDidNotExist() {
        Problem foreign = refused(caller(Role.CLERK, new Code("ELSEWHERE")), "a", null);
        Problem unknown = refused(CLERK, form("a", null, new Code("NOWHERE"), SlotStream.DOCUMENT, "2026"));
        assertThat(foreign.type()).isEqualTo(ProblemType.ORGANIZATION_UNKNOWN).isEqualTo(unknown.type());
        assertThat(foreign.arguments().keySet()).isEqualTo(unknown.arguments().keySet());
    }

    @Test
    void whoOnlyReadsMayNotFile() {
        assertThat(refused(caller(Role.OFFICER, ROOT), "a", null).type()).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void anOfficerImportsForThoseBelowAndTheRecordSaysSo() {
        imported = true;
        ReportRecord.Filed filed = filed(decide(caller(Role.OFFICER, ROOT), "a", null));
        assertThat(filed.onBehalf()).isTrue();
        assertThat(filed.untimed()).isTrue();
        assertThat(filed(decide(caller(Role.OFFICER, SlotStream.BRANCH), "a", null)).onBehalf()).isFalse();
        assertThat(refused(caller(Role.OFFICER, new Code("ELSEWHERE")), "a", null).type())
                .isEqualTo(ProblemType.ORGANIZATION_UNKNOWN);
    }

    @Test
    void aClerkImportsNothing() {
        imported = true;
        assertThat(refused(CLERK, "a", null).type()).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void whatIsFiledAsEverIsTimed() {
        assertThat(filed(decide(CLERK, "a", null)).untimed()).isFalse();
    }

    @Test
    void aCampaignThatIsNotOpenTakesNothing() {
        phase = CampaignState.Phase.OPENING;
        assertThat(refused(CLERK, "a", null).type()).isEqualTo(ProblemType.CAMPAIGN_NOT_OPEN);
    }

    @Test
    void aCampaignOfOthersIsUnknown() {
        target = new Code("ELSEWHERE");
        assertThat(refused(CLERK, "a", null).type()).isEqualTo(ProblemType.CAMPAIGN_UNKNOWN);
    }

    @Test
    void documentTypeAndPeriodMustBelongToTheCampaign() {
        assertThat(refused(CLERK, form("a", null, SlotStream.BRANCH, new Code("PLAN"), "2026")).type())
                .isEqualTo(ProblemType.DOCUMENT_TYPE_UNKNOWN);
        assertThat(refused(CLERK, form("a", null, SlotStream.BRANCH, SlotStream.DOCUMENT, "2025")).type())
                .isEqualTo(ProblemType.PERIOD_UNKNOWN);
    }

    private static Caller caller(Role role, Code at) {
        return new Caller("zhang", "张", Set.of(new Grant(role, at)));
    }

    private static FilingForm form(String key, @Nullable OperationId replaces, Code organization, Code document, String period) {
        return new FilingForm(organization, SlotStream.CAMPAIGN, document, new Period(period), "题名", null, replaces,
                List.of(new FilingForm.File(key, FileRole.MAIN)));
    }

    private List<NewRecord> decide(Caller caller, String key, @Nullable OperationId replaces) {
        return decide(caller, form(key, replaces, SlotStream.BRANCH, SlotStream.DOCUMENT, "2026"));
    }

    private List<NewRecord> decide(Caller caller, FilingForm form) {
        String key = form.main().upload();
        return new FilingDecision(new Fake(), caller, SlotStream.operation(key), form,
                List.of(SlotStream.file(FileRole.MAIN, key)),
                SlotStream.blob("reading"), SlotStream.blob("details"), SlotStream.START, imported).decide(new SlotView(slot));
    }

    private Problem refused(Caller caller, String key, @Nullable OperationId replaces) {
        return refused(caller, form(key, replaces, SlotStream.BRANCH, SlotStream.DOCUMENT, "2026"));
    }

    private Problem refused(Caller caller, FilingForm form) {
        return catchThrowableOfType(Problem.class, () -> decide(caller, form));
    }

    private ReportRecord.Filed filed(List<NewRecord> records) {
        assertThat(records).hasSize(1);
        NewRecord record = records.getFirst();
        return (ReportRecord.Filed) ReportCodec
                .read(new SlotStream().add(record, SlotStream.operation("any")).records.getFirst());
    }

    private record SlotView(SlotStream slot) implements View {
        @Override
        public long position() {
            return slot.records.size();
        }

        @Override
        public List<JournalRecord> stream(StreamKey key) {
            return key.equals(SlotStream.key()) ? slot.records : List.of();
        }

        @Override
        public void need(Collection<StreamKey> keys) {
        }
    }

    /// A tree of three and one campaign.
    private final class Fake implements Places {
        @Override
        public List<Code> lineage(View view, Code organization) {
            return organization.equals(SlotStream.BRANCH) ? List.of(ROOT, BUREAU, SlotStream.BRANCH) : List.of();
        }

        @Override
        public Optional<CampaignState> campaign(View view, Code campaign) {
            var asked = new RequiredDocument(SlotStream.DOCUMENT, new Period("2026"), LocalDate.of(2026, 12, 31), true);
            var created = new CampaignRecord.Created(SlotStream.blob("details"), target, List.of(), List.of(asked));
            return Optional
                    .of(new CampaignState(campaign, created, SlotStream.operation("campaign"), phase, 0, List.of(), 1, null,
                            null));
        }
    }
}
