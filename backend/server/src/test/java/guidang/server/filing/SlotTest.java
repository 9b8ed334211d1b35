package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotTest {
    @Test
    void anEmptyStreamHasNoVersion() {
        assertThat(Slot.of(List.of()).current()).isEmpty();
    }

    @Test
    void aVersionSupersedesTheOneBefore() {
        Slot slot = Slot.of(new SlotStream().file("a").file("b").records);
        assertThat(slot.versions()).extracting(Version::state).containsExactly(Version.State.SUPERSEDED, Version.State.FILED);
        assertThat(slot.versions().getFirst().supersededBy()).isEqualTo(SlotStream.operation("b"));
        assertThat(slot.current()).map(Version::id).contains(SlotStream.operation("b"));
    }

    @Test
    void whereTheLastIsWithdrawnTheOneBeforeIsCurrentAgain() {
        Slot slot = Slot.of(new SlotStream().file("a").file("b").withdraw("b").records);
        assertThat(slot.versions()).extracting(Version::state).containsExactly(Version.State.FILED, Version.State.WITHDRAWN);
        assertThat(slot.versions().getFirst().supersededBy()).isNull();
        assertThat(slot.current()).map(Version::id).contains(SlotStream.operation("a"));
    }

    @Test
    void aVersionIsSupersededByTheNextThatIsNotVoid() {
        Slot slot = Slot.of(new SlotStream().file("a").file("b").withdraw("b").file("c").records);
        assertThat(slot.versions().getFirst().supersededBy()).isEqualTo(SlotStream.operation("c"));
        assertThat(slot.versions()).extracting(v -> v.filed().version()).containsExactly(1, 2, 3);
    }

    @Test
    void aSealedVersionIsVoidAndIsWhatItWasOnceItIsReleased() {
        SlotStream stream = new SlotStream().file("a").file("b").seal("b");
        Slot sealed = Slot.of(stream.records);
        assertThat(sealed.versions()).extracting(Version::state).containsExactly(Version.State.FILED, Version.State.SEALED);
        Slot released = Slot.of(stream.release("b").records);
        assertThat(released.versions()).extracting(Version::state)
                .containsExactly(Version.State.SUPERSEDED, Version.State.FILED);
        assertThat(released.versions()).extracting(Version::sealed).containsOnlyNulls();
        assertThat(released.acts()).extracting(act -> act.record().type())
                .containsExactly("filed", "filed", "sealed", "released");
    }

    @Test
    void aWithdrawnVersionThatIsSealedAndReleasedIsStillWithdrawn() {
        SlotStream stream = new SlotStream().file("a").withdraw("a").seal("a");
        assertThat(Slot.of(stream.records).versions()).extracting(Version::state).containsExactly(Version.State.SEALED);
        assertThat(Slot.of(stream.release("a").records).versions()).extracting(Version::state)
                .containsExactly(Version.State.WITHDRAWN);
    }

    @Test
    void aDestroyedVersionKeepsItsPlaceAndItsGround() {
        Slot slot = Slot.of(new SlotStream().file("a").seal("a").destroy("a").file("b").records);
        assertThat(slot.versions()).extracting(Version::state).containsExactly(Version.State.DESTROYED, Version.State.FILED);
        assertThat(slot.versions().getFirst().sealed()).isNotNull();
        assertThat(slot.versions().getLast().filed().version()).isEqualTo(2);
    }

    @Test
    void aReturnedVersionCountsUntilTheNextComesAndAgainWhenThatIsWithdrawn() {
        SlotStream stream = new SlotStream().file("a").giveBack("a");
        assertThat(Slot.of(stream.records).current()).map(Version::state).contains(Version.State.RETURNED);
        assertThat(Slot.of(stream.file("b").records).versions()).extracting(Version::state)
                .containsExactly(Version.State.SUPERSEDED, Version.State.FILED);
        assertThat(Slot.of(stream.withdraw("b").records).current()).map(Version::state).contains(Version.State.RETURNED);
    }

    @Test
    void aVersionIsAcceptedWhenTheLastLevelHasAccepted() {
        SlotStream stream = new SlotStream().file("a").accept("a", false);
        assertThat(Slot.of(stream.records).versions().getFirst().state()).isEqualTo(Version.State.FILED);
        assertThat(Slot.of(stream.records).versions().getFirst().review().levels()).isEqualTo(1);
        assertThat(Slot.of(stream.accept("a", true).records).versions().getFirst().state()).isEqualTo(Version.State.ACCEPTED);
        Version reopened = Slot.of(stream.reopen("a").records).versions().getFirst();
        assertThat(reopened.state()).isEqualTo(Version.State.REOPENED);
        assertThat(reopened.review().levels()).isZero();
    }

    @Test
    void aReturnStartsTheLevelsAnew() {
        Slot slot = Slot.of(new SlotStream().file("a").accept("a", false).giveBack("a").records);
        assertThat(slot.versions().getFirst().review().levels()).isZero();
    }

    @Test
    void aMovedVersionIsVoidHereAndTheOneBeforeCountsAgain() {
        Slot slot = Slot.of(new SlotStream().file("a").file("b").move("b").records);
        assertThat(slot.versions()).extracting(Version::state).containsExactly(Version.State.FILED, Version.State.MOVED);
        assertThat(slot.versions().getLast().movedTo()).isEqualTo(SlotStream.operation("b there"));
        assertThat(Obligation.State.of(Slot.of(new SlotStream().file("a").move("a").records)))
                .isEqualTo(Obligation.State.MISSING);
    }

    @Test
    void theLastExtensionCountsAndAnExemptionIsTakenBack() {
        SlotStream stream = new SlotStream().add(new SlotRecord.Exempted(SlotStream.START, "lin", SlotStream.blob("reason")));
        assertThat(Slot.of(stream.records).exempted()).isTrue();
        stream.add(new SlotRecord.Included(SlotStream.START, "lin", SlotStream.blob("reason")));
        assertThat(Slot.of(stream.records).exempted()).isFalse();
        assertThat(Slot.of(stream.records).extended()).isEmpty();
        for (int day = 1; day < 3; day++) {
            stream.add(new SlotRecord.Extended(LocalDate.of(2026, 4, day), SlotStream.START, "lin", SlotStream.blob("reason")));
        }
        assertThat(Slot.of(stream.records).extended()).contains(LocalDate.of(2026, 4, 2));
        assertThat(Slot.of(stream.records).versions()).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyHistoryHasAtMostOneCurrentVersionAndItIsTheLastThatIsNotVoid(int seed) {
        Random random = new Random(seed);
        SlotStream stream = new SlotStream();
        for (int step = 0; step < random.nextInt(1, 30); step++) {
            Slot before = Slot.of(stream.records);
            if (random.nextInt(3) == 0 && !before.versions().isEmpty()) {
                Version any = before.versions().get(random.nextInt(before.versions().size()));
                if (any.state() == Version.State.SEALED) {
                    stream.add(random.nextBoolean()
                            ? new ReportRecord.Released(any.id(), SlotStream.START, "li", SlotStream.blob("reason"))
                            : new ReportRecord.Destroyed(any.id(), SlotStream.START, "li", SlotStream.blob("reason")));
                } else if (any.state() != Version.State.DESTROYED) {
                    stream.add(new ReportRecord.Sealed(any.id(), ReportRecord.Ground.CLASSIFIED, SlotStream.START, "zhang",
                            SlotStream.blob("reason")));
                }
            } else if (random.nextInt(3) == 0 && before.current().isPresent()) {
                stream.add(anyAct(before.current().get().id(), random));
            } else {
                stream.file("v" + step);
            }
            Slot after = Slot.of(stream.records);
            holds(after);
            // A history only grows: no version ever leaves, changes its place or its facts.
            assertThat(after.versions().subList(0, before.versions().size())).extracting(Version::filed)
                    .isEqualTo(before.versions().stream().map(Version::filed).toList());
        }
    }

    private static SlotRecord anyAct(OperationId report, Random random) {
        Blobs.Ref reason = SlotStream.blob("reason");
        return switch (random.nextInt(6)) {
            case 0 -> new ReportRecord.Returned(report, SlotStream.START, "lin", reason);
            case 1 -> new ReportRecord.Accepted(report, SlotStream.BRANCH, random.nextBoolean(), SlotStream.START, "lin", null);
            case 2 -> new ReportRecord.Reopened(report, SlotStream.START, "lin", reason);
            case 3 -> new ReportRecord.Moved(report, SlotStream.operation("elsewhere"), SlotStream.START, "zhang", reason);
            case 4 -> new SlotRecord.Exempted(SlotStream.START, "lin", reason);
            default -> new ReportRecord.Withdrawn(report, SlotStream.START, "zhang", reason);
        };
    }

    private static void holds(Slot slot) {
        List<Version> alive = slot.versions().stream().filter(v -> !v.state().isVoid()).toList();
        assertThat(slot.current())
                .isEqualTo(alive.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(alive.getLast()));
        assertThat(slot.versions()).filteredOn(Version::current).hasSizeLessThanOrEqualTo(1);
        assertThat(slot.versions()).extracting(v -> v.filed().version())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, slot.versions().size()).boxed().toList());
        assertThat(slot.versions()).allMatch(v -> (v.state() == Version.State.SUPERSEDED) == (v.supersededBy() != null));
    }
}
