package guidang.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobDocument.Fault;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.MemoryObjects;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// Who sees which job, and what is said of it.
class JobViewsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T01:02:03Z");
    private final MemoryObjects work = MemoryObjects.work();
    private final TestJobs room = new TestJobs(work, () -> NOW, "a");
    private final JobViews views = new JobViews(room.kinds, TestPlaces.scopes(), TestPlaces.PATHS, TestPlaces.NAMES, room.expiry,
            TestPlaces.TEXTS);
    private final JobReading reading = new JobReading(room.book, views, room.workshop);

    JobViewsTest() {
        room.add(new Kind());
    }

    private static final class Kind implements JobKind {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Role role() {
            return Role.ADMINISTRATOR;
        }

        @Override
        public Mono<JobResult> run(JobRun run) {
            return Mono.never();
        }

        @Override
        public Map<String, String> facts(Job job) {
            return Map.of("campaign", "C");
        }
    }

    private static Caller caller(String subject, String... grants) {
        return new Caller(subject, subject, Arrays.stream(grants).map(text -> text.split("@", -1))
                .map(parts -> new Grant(Role.valueOf(parts[0].toUpperCase(Locale.ROOT)), new Code(parts[1])))
                .collect(Collectors.toSet()));
    }

    private Recorded made(JobOrder order) {
        return Objects.requireNonNull(room.book.create(JobIds.create(NOW), JobDocument.waiting(order, NOW)).block());
    }

    private static JobOrder order(Caller caller, String organization) {
        return JobOrder.of(caller, "test", new Code(organization), Map.of("secret", "reason"));
    }

    @Test
    void whoHoldsTheRoleAtTheOrganisationOrAboveSeesIt() {
        Recorded job = made(order(caller("chen", "administrator@A"), "A"));
        for (Caller one : List.of(caller("chen", "administrator@A"), caller("li", "administrator@ROOT"),
                caller("wu", "administrator@A", "clerk@B"))) {
            assertThat(reading.seen(one, job.id()).block()).as(one.toString()).isNotNull();
        }
        for (Caller one : List.of(caller("chen", "officer@A"), caller("li", "administrator@A-1"), caller("wu", "administrator@B"),
                caller("chen"), caller("he", "auditor@ROOT"))) {
            assertUnknown(one, job.id());
        }
        assertUnknown(caller("li", "administrator@ROOT"), JobIds.create(NOW));
        assertUnknown(caller("li", "administrator@ROOT"), "../../etc");
    }

    @Test
    void aPersonalOneIsSeenByWhoBeganItWithTheSameGrants() {
        Recorded job = made(order(caller("chen", "officer@A", "officer@B"), "A").forCallerAlone());
        assertThat(reading.seen(caller("chen", "officer@A", "officer@B", "clerk@A-1"), job.id()).block()).isNotNull();
        assertUnknown(caller("chen", "officer@A"), job.id());
        assertUnknown(caller("li", "administrator@ROOT", "officer@ROOT"), job.id());
    }

    private void assertUnknown(Caller caller, String id) {
        assertThatThrownBy(() -> reading.seen(caller, id).block())
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
        assertThatThrownBy(() -> reading.cancel(caller, id).block())
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.arguments()).isEmpty());
    }

    @Test
    void theNewestComeFirstAPageAtATime() {
        Caller chen = caller("chen", "administrator@A");
        List<String> mine = IntStream.range(0, 120).mapToObj(i -> {
            JobOrder order = order(chen, i % 2 == 0 ? "A" : "B");
            return Objects.requireNonNull(
                    room.book.create(JobIds.create(NOW.plusMillis(i)), JobDocument.waiting(order, NOW)).block()).id();
        }).toList();
        List<String> seen = IntStream.range(0, 60).mapToObj(i -> mine.get(118 - 2 * i)).toList();
        JobView.JobPage first = page(chen, null);
        assertThat(first.jobs()).extracting(JobView::id).isEqualTo(seen.subList(0, 50));
        JobView.JobPage second = page(chen, first.next());
        assertThat(second.jobs()).extracting(JobView::id).isEqualTo(seen.subList(50, 60));
        assertThat(second.next()).isNull();
        assertThat(page(caller("wu", "officer@ROOT"), null).jobs()).isEmpty();
    }

    private JobView.JobPage page(Caller caller, @org.jspecify.annotations.Nullable String after) {
        return Objects.requireNonNull(reading.page(caller, state -> !state.ended(), after, Locale.ENGLISH).block());
    }

    @Test
    void itTellsHowLongItWillTakeAndWhyItFailed() {
        Caller chen = caller("chen", "administrator@A");
        Recorded waiting = made(order(chen, "A"));
        JobDocument running = waiting.document().progressed(100, 1000L, 0, NOW).taken("a/1", NOW).progressed(300, 1000L, 2,
                NOW.plusSeconds(20));
        JobView view = view(chen, new Recorded(waiting.id(), 2, running));
        assertThat(view.remainingSeconds()).isEqualTo(70);
        assertThat(view.subject()).isEqualTo(Map.of("campaign", "C"));
        assertThat(view.cancellable()).isTrue();
        assertThat(view.mine()).isTrue();
        assertThat(view.organization()).isEqualTo(new JobView.JobOrganization("A", "A"));
        assertThat(view(chen, new Recorded(waiting.id(), 3, running.stopping())).cancellable()).isFalse();
        JobDocument failed = running.ended(JobState.FAILED,
                Fault.of(ProblemType.CAMPAIGN_UNKNOWN, Map.of("campaign", "C-9")), null, NOW);
        JobView ended = view(caller("li", "administrator@ROOT"), new Recorded(waiting.id(), 3, failed));
        assertThat(Objects.requireNonNull(ended.problem()).code()).isEqualTo("campaign-unknown");
        assertThat(ended.problem().detail()).contains("C-9");
        assertThat(ended.remainingSeconds()).isNull();
        assertThat(ended.mine()).isFalse();
        JobDocument done = running.ended(JobState.DONE, null, new JobResult("exports/x", "表.csv", "text/csv", Map.of("rows", 3L)),
                NOW);
        JobView result = view(chen, new Recorded(waiting.id(), 3, done));
        assertThat(Objects.requireNonNull(result.result()).name()).isEqualTo("表.csv");
        assertThat(result.result().href()).isEqualTo("/api/jobs/" + waiting.id() + "/result");
        assertThat(result.counts()).isEqualTo(Map.of("rows", 3L));
        JobDocument old = running.ended(JobState.DONE, null, Objects.requireNonNull(done.end()).result(),
                NOW.minusSeconds(8 * 24 * 3600));
        assertThat(view(chen, new Recorded(waiting.id(), 3, old)).result()).isNull();
    }

    private JobView view(Caller caller, Recorded found) {
        return Objects.requireNonNull(views.of(caller, found, Locale.ENGLISH).block());
    }
}
