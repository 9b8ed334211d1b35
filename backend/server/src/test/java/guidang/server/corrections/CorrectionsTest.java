package guidang.server.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.objects.MemoryObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final List<Correction> ONE = List.of(new Correction("title", "甲", "乙", "2"));

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Corrections corrections = new Corrections(MemoryObjects.work(), now::get);

    @AfterEach
    void close() {
        corrections.close();
    }

    @Test
    void thoseOfOneFilingASecondAreKept() {
        corrections.keep(ONE).block();
        corrections.keep(ONE).block();
        corrections.keep(List.of()).block();
        assertThat(all(null)).hasSize(1);
        later(Duration.ofSeconds(1));
        corrections.keep(ONE).block();
        assertThat(all(null)).hasSize(2).allMatch(one -> one.corrections().equals(ONE));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        keep(5, Duration.ofDays(1));
        List<Corrections.Placed> first = corrections.list(null, 3).collectList().blockOptional().orElseThrow();
        assertThat(first).extracting(one -> one.place().substring(0, 10)).containsExactly("2026-01-01", "2026-01-02",
                "2026-01-03");
        assertThat(all(first.getLast().place())).hasSize(2);
    }

    @Test
    void oldOnesAndTheOldestOfTooManyGo() {
        keep(6, Duration.ofDays(1));
        now.set(START.plus(Corrections.AGE).plus(Duration.ofDays(2)));
        assertThat(corrections.sweep(3).block()).isEqualTo(3);
        assertThat(all(null)).extracting(one -> one.place().substring(0, 10)).containsExactly("2026-01-04", "2026-01-05",
                "2026-01-06");
        assertThat(corrections.erase().block()).isEqualTo(3);
        assertThat(all(null)).isEmpty();
    }

    private void keep(int count, Duration apart) {
        for (int i = 0; i < count; i++) {
            corrections.keep(ONE).block();
            later(apart);
        }
    }

    private void later(Duration time) {
        now.set(now.get().plus(time));
    }

    private List<Corrections.Placed> all(@org.jspecify.annotations.Nullable String after) {
        return new ArrayList<>(corrections.list(after, 100).collectList().blockOptional().orElseThrow());
    }
}
