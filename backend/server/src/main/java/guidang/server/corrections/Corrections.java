package guidang.server.corrections;

import guidang.server.objects.Recurring;
import guidang.server.objects.StoredJson;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.kernel.RandomBytes;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Corrections as they lie in `work`, at
/// `state/corrections/{day}/{number}.json`: the number is drawn at random, so
/// that nothing leads from a correction to the report, its moment or its clerk.
///
/// Bounded: each replica keeps those of one filing a second; what is older than
/// 180 days goes, and of the rest the oldest beyond 10,000 filings. One that
/// can't be kept is lost, and nothing else is.
public final class Corrections implements AutoCloseable {
    static final int MOST = 10_000;
    static final Duration AGE = Duration.ofDays(180);
    private static final String KIND = "corrections";
    private static final Pattern PLACE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}/\\d{12}");
    private static final long NUMBERS = 1_000_000_000_000L;
    private static final int LIMIT = 1 << 14;

    private final ObjectStore work;
    private final InstantSource clock;
    private final AtomicLong lastSecond = new AtomicLong();
    private final Recurring sweeping;

    Corrections(ObjectStore work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
        this.sweeping = Recurring.hourly("old corrections", () -> sweep(MOST));
    }

    /// What one filing corrected.
    record Kept(int format, List<Correction> corrections) {}

    /// Keeps them, or not: never fails.
    public Mono<Void> keep(List<Correction> corrections) {
        if (corrections.isEmpty() || !turn()) {
            return Mono.empty();
        }
        long number = Math.floorMod(ByteBuffer.wrap(RandomBytes.of(Long.BYTES)).getLong(), NUMBERS);
        Payload payload = Payload.of(StoredJson.bytes(new Kept(1, corrections)));
        return work.putIfAbsent(Layout.state(KIND, today().toString(), number), payload).then().onErrorComplete();
    }

    /// At most once a second.
    private boolean turn() {
        long now = clock.instant().getEpochSecond();
        long before = lastSecond.get();
        return now != before && lastSecond.compareAndSet(before, now);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// Corrections of one day's filings.
    ///
    /// @param place
    ///            `{day}/{number}`
    record Placed(String place, List<Correction> corrections) {}

    /// From the oldest day on.
    ///
    /// @param after
    ///            the last place of the page before
    Flux<Placed> list(@Nullable String after, int filings) {
        if (after != null && !PLACE.matcher(after).matches()) {
            return Flux.error(new Problem(ProblemType.INVALID_FIELD, "fields", List.of("after")));
        }
        String from = after == null ? "" : Layout.states(KIND) + after + ".json";
        return work.list(Layout.states(KIND), from).take(filings).concatMap(this::read);
    }

    private Mono<Placed> read(String key) {
        return work.get(key, LIMIT)
                .map(bytes -> new Placed(key.substring(Layout.states(KIND).length(), key.length() - ".json".length()),
                        StoredJson.read(bytes, Kept.class).corrections()));
    }

    /// Removes all, and tells how many filings' there were.
    Mono<Long> erase() {
        return remove(work.list(Layout.states(KIND), ""));
    }

    /// Removes those of the days from the first to the last.
    public Mono<Long> erase(LocalDate first, LocalDate last) {
        String end = Layout.states(KIND) + last.plusDays(1);
        return remove(work.list(Layout.states(KIND), Layout.states(KIND) + first).takeWhile(key -> key.compareTo(end) < 0));
    }

    /// Removes what is too old or too much.
    Mono<Long> sweep(int most) {
        String oldest = Layout.states(KIND) + LocalDate.ofInstant(clock.instant().minus(AGE), ZoneOffset.UTC);
        return remove(work.list(Layout.states(KIND), "").takeWhile(key -> key.compareTo(oldest) < 0))
                .flatMap(old -> work.list(Layout.states(KIND), "").count()
                        .flatMap(left -> remove(work.list(Layout.states(KIND), "").take(Math.max(0, left - most))))
                        .map(more -> old + more));
    }

    private Mono<Long> remove(Flux<String> keys) {
        return keys.concatMap(key -> work.delete(key).thenReturn(key)).count();
    }

    @Override
    public void close() {
        sweeping.close();
    }
}
