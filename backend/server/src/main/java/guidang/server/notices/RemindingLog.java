package guidang.server.notices;

import guidang.server.objects.StoredJson;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/// Knows a request for reminders that is repeated on the same day, in `work`
/// at `state/remindings/{day}/{request}.json`.
final class RemindingLog {
    private final ObjectStore work;

    RemindingLog(ObjectStore work) {
        this.work = work;
    }

    /// @param digest
    ///            of what was asked for
    record Entry(int format, String digest, Instant at) {}

    /// When it was first made. Error: `IDEMPOTENCY_KEY_REUSED` where something else
    /// was asked for then.
    Mono<Instant> enter(OperationId request, LocalDate day, byte[] asked, Instant now) {
        String key = Layout.reminding(day, request);
        Entry entry = new Entry(1, Digests.hex(asked), now);
        return work.putIfAbsent(key, Payload.of(StoredJson.bytes(entry)))
                .then(Mono.defer(() -> work.get(key, NoticeBook.LIMIT)))
                .map(bytes -> StoredJson.read(bytes, Entry.class)).defaultIfEmpty(entry).map(found -> same(found, entry));
    }

    private static Instant same(Entry found, Entry entry) {
        if (!found.digest().equals(entry.digest())) {
            throw new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return found.at();
    }

    /// Removes those of the days before, and tells how many.
    Mono<Long> expire(LocalDate before) {
        String end = Layout.states("remindings") + before;
        return work.list(Layout.states("remindings"), "").takeWhile(key -> key.compareTo(end) < 0)
                .concatMap(key -> work.delete(key).thenReturn(key)).count();
    }
}
