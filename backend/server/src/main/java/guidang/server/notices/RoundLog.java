package guidang.server.notices;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.Payload;
import guidang.server.objects.StoredJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Knows which day's round was made, in `work` at
/// `state/rounds/{day}/{k}.json`: the k-th attempt, made by create-if-absent, so
/// that one replica is at it. One that was not ended in time is followed by
/// another, which does what is left. `state/rounds/{day}/done.json` says that it
/// was ended.
final class RoundLog {
    /// How long an attempt may take.
    static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String DONE = "done";
    private static final int MOST = 48;

    private final ObjectStore work;

    RoundLog(ObjectStore work) {
        this.work = work;
    }

    /// @param at
    ///            when it began
    /// @param since
    ///            when the first attempt of the round before it began
    /// @param last
    ///            day of the round before it; absent where there is none,
    ///            like `since`
    record Attempt(int format, Instant at, @Nullable Instant since, @Nullable LocalDate last) {}

    private record Ended(int format, Instant at) {}

    /// Begins the day's round; the answer is its first attempt, by which all of
    /// them do the same. Empty where it is done, or somebody is at it.
    Mono<Attempt> begin(LocalDate day, Instant now) {
        return isDone(day).filter(done -> !done)
                .flatMap(_ -> before(day).map(before -> new Attempt(1, now, before.at, before.day))
                        .defaultIfEmpty(new Attempt(1, now, null, null)))
                .flatMap(attempt -> begin(day, attempt, 1));
    }

    private Mono<Attempt> begin(LocalDate day, Attempt attempt, int k) {
        if (k > MOST) {
            return Mono.empty();
        }
        return work.putIfAbsent(Layout.round(day, Integer.toString(k)), Payload.of(StoredJson.bytes(attempt)))
                .flatMap(put -> put == Put.CREATED
                        ? attempt(day, 1)
                        : attempt(day, k).filter(other -> other.at.plus(PATIENCE).isBefore(attempt.at))
                                .flatMap(_ -> begin(day, attempt, k + 1)));
    }

    private Mono<Attempt> attempt(LocalDate day, int k) {
        return work.get(Layout.round(day, Integer.toString(k)), NoticeBook.LIMIT)
                .map(bytes -> StoredJson.read(bytes, Attempt.class));
    }

    Mono<Boolean> isDone(LocalDate day) {
        return work.get(Layout.round(day, DONE), NoticeBook.LIMIT).hasElement();
    }

    Mono<Void> end(LocalDate day, Instant now) {
        return work.putIfAbsent(Layout.round(day, DONE), Payload.of(StoredJson.bytes(new Ended(1, now)))).then();
    }

    private record Round(LocalDate day, Instant at) {}

    /// The last one that was ended, of the days before.
    private Mono<Round> before(LocalDate day) {
        return done().filter(each -> each.isBefore(day)).takeLast(1).next()
                .flatMap(last -> attempt(last, 1).map(first -> new Round(last, first.at)));
    }

    /// Days whose round was ended, in order.
    private Flux<LocalDate> done() {
        return work.list(Layout.states("rounds"), "").filter(key -> key.endsWith("/" + DONE + ".json")).map(RoundLog::day);
    }

    private static LocalDate day(String key) {
        String rest = key.substring(Layout.states("rounds").length());
        return LocalDate.parse(rest.substring(0, rest.indexOf('/')));
    }

    /// Removes those of the days before, and tells how many objects that were.
    Mono<Long> expire(LocalDate before) {
        return work.list(Layout.states("rounds"), "").filter(key -> day(key).isBefore(before))
                .concatMap(key -> work.delete(key).thenReturn(key)).count();
    }
}
