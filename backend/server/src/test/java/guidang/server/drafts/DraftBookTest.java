package guidang.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.drafts.Draft.Unfinished;
import guidang.server.drafts.DraftObjects.Version;
import guidang.server.filing.FileRole;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.MemoryObjects;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class DraftBookTest {
    private static final Code B1 = new Code("B1");
    private static final String ID = "a".repeat(32);

    private final MemoryObjects work = MemoryObjects.work();
    private Instant now = Instant.parse("2026-03-20T01:02:03Z");
    private final DraftObjects objects = new DraftObjects(work);
    private final DraftBook book = new DraftBook(objects, () -> now);

    private static Unfinished titled(String title) {
        return new Unfinished(B1, null, null, null, title, null, List.of(new Draft.File(ID, FileRole.MAIN, "材料.docx")));
    }

    private Version save(long base, String title) {
        return Objects.requireNonNull(book.save(B1, ID, base, titled(title)).block());
    }

    private static void refused(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private List<String> titles() {
        return Objects.requireNonNull(
                book.list(B1).map(version -> Objects.requireNonNull(version.filing()).title()).collectList().block());
    }

    @Test
    void eachSavingFollowsTheOneThatItsPageSaw() {
        assertThat(save(0, "一").number()).isEqualTo(1);
        assertThat(save(1, "二").number()).isEqualTo(2);
        refused(() -> save(1, "三"), ProblemType.DRAFT_CHANGED);
        refused(() -> save(0, "三"), ProblemType.DRAFT_CHANGED);
        assertThat(titles()).containsExactly("二");
    }

    @Test
    void theSameSavedAgainIsTheSameSaving() {
        save(0, "一");
        assertThat(save(0, "一").number()).isEqualTo(1);
        save(1, "二");
        assertThat(save(1, "二").number()).isEqualTo(2);
    }

    @Test
    void ofManyAtOnceOneIsSavedAndTheOthersAreTold() {
        save(0, "零");
        List<DraftBook> replicas = List.of(book, new DraftBook(new DraftObjects(work), () -> now));
        List<String> outcomes = Objects.requireNonNull(Flux.range(0, 40)
                .flatMap(n -> Mono.defer(() -> replicas.get(n % 2).save(B1, ID, 1, titled("n" + n)))
                        .map(saved -> "saved").onErrorResume(Problem.class, told -> Mono.just(told.type().slug()))
                        .subscribeOn(Schedulers.boundedElastic()), 40)
                .collectList().block());
        assertThat(outcomes).filteredOn("saved"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("draft-changed"::equals).hasSize(39);
    }

    @Test
    void aRemovedOneIsGoneForAllAndNotBroughtBackByAPageThatStillHasIt() {
        save(0, "一");
        save(1, "二");
        book.remove(B1, ID).block();
        book.remove(B1, ID).block();
        assertThat(titles()).isEmpty();
        refused(() -> book.find(B1, ID).block(), ProblemType.DRAFT_GONE);
        refused(() -> save(2, "三"), ProblemType.DRAFT_GONE);
        assertThat(keys()).hasSize(1);
        now = now.plusSeconds(61);
        assertThat(titles()).isEmpty();
        assertThat(keys()).isEmpty();
        refused(() -> save(2, "三"), ProblemType.DRAFT_GONE);
    }

    @Test
    void whoRemovesAndWhoSavesAtOnceAreNeverBothRight() {
        for (int round = 0; round < 50; round++) {
            String id = "%032d".formatted(round).replaceAll("[01]", "a").replaceAll("[89]", "b");
            book.remove(B1, id).block();
            Version first = book.save(B1, id, 0, titled("一")).onErrorResume(gone -> Mono.empty()).block();
            if (first == null) {
                continue;
            }
            boolean saved = Boolean.TRUE.equals(Mono.zip(
                    book.remove(B1, id).thenReturn(true).subscribeOn(Schedulers.boundedElastic()),
                    book.save(B1, id, first.number(), titled("二")).map(_ -> true).onErrorReturn(false)
                            .subscribeOn(Schedulers.boundedElastic()))
                    .map(both -> both.getT2()).block());
            assertThat(titles()).as("saved before it was removed: %s", saved).isEmpty();
        }
    }

    @Test
    void manySavingsLeaveAFewVersions() {
        IntStream.range(0, 30).forEach(n -> save(n, "第" + n));
        assertThat(keys()).hasSizeLessThan(10);
        assertThat(titles()).containsExactly("第29");
    }

    @Test
    void anOrganizationKeepsAHundred() {
        for (int n = 0; n < DraftBook.MOST; n++) {
            var _ = book.save(B1, "%032d".formatted(n), 0, titled("t" + n)).block();
        }
        refused(() -> book.save(B1, "z".repeat(32), 0, titled("x")).block(), ProblemType.DRAFTS_FULL);
        assertThat(book.save(new Code("B2"), "z".repeat(32), 0, titled("x")).block()).isNotNull();
        book.remove(B1, "%032d".formatted(7)).block();
        assertThat(book.save(B1, "z".repeat(32), 0, titled("x")).block()).isNotNull();
    }

    @Test
    void thoseOverTheirTimeGo() {
        save(0, "一");
        var _ = book.save(new Code("B2"), "b".repeat(32), 0, titled("二")).block();
        assertThat(objects.expire(id -> id.equals(ID)).block()).isEqualTo(1);
        assertThat(keys()).containsExactly("state/drafts/B2/" + "b".repeat(32) + "/000000000001.json");
    }

    private List<String> keys() {
        return Objects.requireNonNull(work.list("state/drafts/", "").collectList().block());
    }
}
