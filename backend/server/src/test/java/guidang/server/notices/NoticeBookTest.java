package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.MemoryObjects;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class NoticeBookTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Instant AT = Instant.parse("2026-03-31T01:02:03Z");
    private static final SlotKey SLOT = slot("B1", "SELF-EXAM");

    private final MemoryObjects work = MemoryObjects.work();

    private static SlotKey slot(String organization, String type) {
        return new SlotKey(new Code("ZT"), new Code(organization), new Code(type), new Period("2026"));
    }

    private static Notice notice(String key, SlotKey slot) {
        return Notice.of(OperationId.of("lin", "route", key), slot, new Code("C1"), AT, "请尽快");
    }

    private static boolean add(NoticeBook book, SlotKey slot, LocalDate day, String key) {
        return Objects.requireNonNull(book.add(slot, day, notice(key, slot)).block());
    }

    private static List<NoticeBook.Named> list(NoticeBook book) {
        return Objects.requireNonNull(book.list(new Code("B1")).collectList().block());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void twoReplicasTogetherMakeAsManyADayAsAreAllowed(int aDay) {
        List<NoticeBook> replicas = List.of(new NoticeBook(work, aDay), new NoticeBook(work, aDay));
        List<Boolean> made = Objects.requireNonNull(Flux.range(0, 40)
                .flatMap(n -> Mono.defer(() -> replicas.get(n % 2).add(SLOT, DAY, notice("k" + n, SLOT)))
                        .subscribeOn(Schedulers.boundedElastic()), 40)
                .collectList().block());
        assertThat(made).hasSize(40);
        assertThat(made.stream().filter(each -> each)).hasSize(aDay);
        assertThat(list(replicas.getFirst())).hasSize(aDay);
        assertThat(add(replicas.getFirst(), SLOT, DAY, "later")).isFalse();
        assertThat(add(replicas.getFirst(), SLOT, DAY.plusDays(1), "later")).isTrue();
        assertThat(add(replicas.getFirst(), slot("B1", "PLAN"), DAY, "later")).isTrue();
        assertThat(add(replicas.getFirst(), slot("B2", "SELF-EXAM"), DAY, "later")).isTrue();
    }

    @Test
    void theSameRequestIsOneReminderHoweverOftenItComes() {
        NoticeBook book = new NoticeBook(work, 2);
        List<Boolean> made = Flux.range(0, 20)
                .flatMap(
                        _ -> Mono.defer(() -> book.add(SLOT, DAY, notice("same", SLOT))).subscribeOn(Schedulers.boundedElastic()),
                        20)
                .collectList().block();
        assertThat(made).hasSize(20).containsOnly(true);
        assertThat(list(book)).hasSize(1);
        assertThat(add(book, SLOT, DAY, "second")).isTrue();
        assertThat(add(book, SLOT, DAY, "same")).isTrue();
        assertThat(add(book, SLOT, DAY, "third")).isFalse();
    }

    @Test
    void whatIsPutAwayLosesItsWordsAndKeepsItsPlaceInTheCount() {
        NoticeBook book = new NoticeBook(work, 1);
        assertThat(add(book, SLOT, DAY, "a")).isTrue();
        String name = list(book).getFirst().name();
        assertThat(NoticeBook.isName(name)).isTrue();
        assertThat(book.dismiss(new Code("B1"), name).block()).isNotNull();
        assertThat(list(book)).isEmpty();
        assertThat(add(book, SLOT, DAY, "b")).isFalse();
        assertThat(add(book, SLOT, DAY, "a")).isTrue();
        assertThat(work.list("state/notices/", "").flatMap(key -> work.get(key, 1000)).map(String::new).collectList().block())
                .singleElement().asString().doesNotContain("请尽快").doesNotContain("C1");
        assertThat(book.dismiss(new Code("B2"), name).block()).isNull();
    }

    @Test
    void whatIsTooOldGoes() {
        NoticeBook book = new NoticeBook(work, 1);
        IntStream.range(0, 5).forEach(n -> assertThat(add(book, SLOT, DAY.plusDays(n), "k" + n)).isTrue());
        assertThat(book.expire(DAY.plusDays(3)).block()).isEqualTo(3);
        assertThat(list(book)).extracting(each -> each.name().substring(0, 10)).containsExactly("2026-04-03", "2026-04-04");
    }

    @Test
    void onlyTheLastAreListed() {
        NoticeBook book = new NoticeBook(work, 1);
        IntStream.range(0, NoticeBook.MOST + 5).forEach(n -> assertThat(add(book, SLOT, DAY.plusDays(n), "k" + n)).isTrue());
        assertThat(list(book)).hasSize(NoticeBook.MOST);
        assertThat(list(book).getLast().name()).startsWith(DAY.plusDays(NoticeBook.MOST + 4).toString());
    }
}
