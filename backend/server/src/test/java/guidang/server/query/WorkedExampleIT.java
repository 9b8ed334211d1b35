package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.campaigns.DueRule;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RunningCampaigns;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.IndexFixture;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.organizations.TestOrganizations;
import guidang.server.query.FiguresAnswer.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The worked example of DESIGN §8, as a person would count it.
class WorkedExampleIT {
    private static final String IN_TIME = "2026-03-20T02:00:00Z";
    private static final String LATE = "2026-04-05T02:00:00Z";
    /// 10 April in Shanghai.
    private static final Instant AS_OF = Instant.parse("2026-04-09T16:00:00Z");
    private static final Code SLOTS = new Code("SLOTS");
    private static final Code MEETINGS = new Code("MEETINGS");
    private static final Code PAIRS = new Code("PAIRS");
    private static final RequiredDocument MARCH = document("D1", new DueRule.On(LocalDate.of(2026, 3, 31)));
    private static final RequiredDocument MAY = document("D2", new DueRule.On(LocalDate.of(2026, 5, 31)));
    private static final RequiredDocument AFTER = document("D1", new DueRule.AfterMeeting(15, false));

    private final StepClock clock = new StepClock("2026-02-01T02:00:00Z");

    private static RequiredDocument document(String type, DueRule due) {
        return new RequiredDocument(new Code(type), new Period("2026"), due, true);
    }

    @Test
    void tenSlotsAndTwoPairsAreCountedAsWritten() {
        try (Archive archive = new Archive(clock)) {
            TestOrganizations tree = new TestOrganizations(archive.journal(), archive.blobs);
            RunningCampaigns campaigns = new RunningCampaigns(archive.journal(), archive.blobs);
            tree.branches("ROOT", IntStream.rangeClosed(1, 10).mapToObj(WorkedExampleIT::slot).toList());
            tree.branches("ROOT", List.of("P", "Q"));
            try (QueryFixture index = new QueryFixture("worked-", archive.journal(), archive.blobs,
                    tree.organizations(), campaigns)) {
                campaigns.open(SLOTS, List.of(MARCH),
                        IntStream.rangeClosed(1, 9).mapToObj(n -> "ROOT/" + slot(n) + "/").toList(), 10);
                campaigns.open(MEETINGS, List.of(AFTER), List.of("ROOT/" + slot(10) + "/"), 10);
                campaigns.open(PAIRS, List.of(MARCH, MAY), List.of("ROOT/P/", "ROOT/Q/"), 10);
                long position = happen(archive);
                Figures slots = sum(figures(index, SLOTS, position), figures(index, MEETINGS, position));
                assertThat(slots.delivered()).isEqualTo(8);
                assertThat(slots.expected()).isEqualTo(9);
                assertThat(slots.onTime()).isEqualTo(5);
                assertThat(slots.timed()).isEqualTo(7);
                assertThat(slots.overdue()).isEqualTo(1);
                assertThat(slots.exempted()).isEqualTo(1);
                assertThat(slots.dateMissing()).isEqualTo(1);
                assertThat(slots.returned()).isEqualTo(1);
                Figures pairs = figures(index, PAIRS, position);
                assertThat(pairs.complete()).isEqualTo(1);
                assertThat(pairs.organizations()).isEqualTo(2);
            }
        }
    }

    private static String slot(int n) {
        return "S" + n;
    }

    private static Paper paper(Code campaign, String organization, String received) {
        return Paper.of(organization, "报告", "正文").campaign(campaign.value()).document("D1").received(received);
    }

    private static Paper paper(int n) {
        return paper(SLOTS, slot(n), IN_TIME);
    }

    private long happen(Archive archive) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(IN_TIME)));
        IntStream.rangeClosed(1, 6).forEach(n -> archive.file("in-time-" + n, paper(n)));
        archive.giveBack("in-time-5", paper(5));
        archive.withdraw("in-time-6", paper(6));
        archive.file("imported", paper(7).past());
        archive.file("exempted", paper(8));
        archive.exempt("exempted", paper(8));
        archive.file("no-date", paper(MEETINGS, slot(10), IN_TIME));
        archive.file("p", paper(PAIRS, "P", IN_TIME));
        archive.exempt("p-other", paper(PAIRS, "P", IN_TIME).document("D2"));
        archive.file("q", paper(PAIRS, "Q", IN_TIME));
        clock.advance(Duration.between(clock.instant(), Instant.parse(LATE)));
        return archive.file("again-6", paper(6).received(LATE)).position();
    }

    private static Figures figures(QueryFixture index, Code campaign, long position) {
        return Objects.requireNonNull(index.figures.asOf(AS_OF, position)
                .flatMap(asOf -> index.figures.figures(IndexFixture.EVERYTHING, ObligationFilter.of(campaign.value(), "ROOT/"),
                        new OrganizationLevels(List.of("ROOT/"), List.of()), asOf))
                .block()).total();
    }

    private static Figures sum(Figures a, Figures b) {
        return new Figures(a.expected() + b.expected(), a.delivered() + b.delivered(), a.overdue() + b.overdue(),
                a.onTime() + b.onTime(), a.timed() + b.timed(), a.returned() + b.returned(), a.waiting() + b.waiting(),
                a.accepted() + b.accepted(), a.dateMissing() + b.dateMissing(), a.exempted() + b.exempted(),
                a.organizations() + b.organizations(), a.complete() + b.complete());
    }
}
