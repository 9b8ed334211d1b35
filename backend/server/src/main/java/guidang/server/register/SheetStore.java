package guidang.server.register;

import guidang.server.jobs.JobIds;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.Payload;
import guidang.server.objects.StoredJson;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Registers that were handed in, as they lie in `work` (docs/FORMAT.md): any
/// replica finds them there. There is one when its first head is there, which is
/// put last.
@Component
class SheetStore {
    private static final String KIND = "sheets";
    private static final int HEAD_LIMIT = 1 << 22;

    private final ObjectStore work;

    SheetStore(@Qualifier("work") ObjectStore work) {
        this.work = work;
    }

    private record Numbered(long number, SheetHead head) {}

    /// Repeatable under the same id.
    Mono<Void> create(String id, SheetHead head, byte[] sheet) {
        return work.putIfAbsent(Layout.sheet(id), Payload.of(sheet))
                .then(work.putIfAbsent(Layout.state(KIND, id, 0), Payload.of(StoredJson.bytes(head)))).then();
    }

    /// As it stands. Error: `NOT_FOUND`.
    Mono<SheetHead> head(String id) {
        return last(id).map(Numbered::head);
    }

    private Mono<Numbered> last(String id) {
        return (JobIds.isOne(id) ? last(id, 0) : Mono.<Numbered>empty())
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    /// The last of the heads, which are numbered without gaps.
    private Mono<Numbered> last(String id, long number) {
        return work.get(Layout.state(KIND, id, number), HEAD_LIMIT)
                .map(bytes -> new Numbered(number, StoredJson.read(bytes, SheetHead.class)))
                .flatMap(found -> last(id, number + 1).defaultIfEmpty(found));
    }

    /// Makes the next head from the last one; where another replica was faster,
    /// from that one's.
    Mono<SheetHead> advance(String id, UnaryOperator<SheetHead> change) {
        return last(id).flatMap(last -> {
            SheetHead next = change.apply(last.head());
            return next.equals(last.head())
                    ? Mono.just(next)
                    : work.putIfAbsent(Layout.state(KIND, id, last.number() + 1), Payload.of(StoredJson.bytes(next)))
                            .flatMap(put -> put == Put.CREATED ? Mono.just(next) : advance(id, change));
        });
    }

    /// Its bytes. Error: `IMPORT_EXPIRED`.
    Mono<byte[]> sheet(String id, long size) {
        return work.get(Layout.sheet(id), Math.toIntExact(size))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.IMPORT_EXPIRED)));
    }

    /// Removes those that were begun before the time, whole or not, their first
    /// heads first. Tells how many.
    Mono<Long> expire(Instant before) {
        int start = Layout.states(KIND).length();
        return work.list(Layout.states(KIND), "").filter(key -> key.indexOf('/', start) > 0)
                .map(key -> key.substring(start, key.indexOf('/', start))).filter(JobIds::isOne).distinct()
                .filter(id -> JobIds.timeOf(id).isBefore(before)).collectList().flatMapMany(Flux::fromIterable)
                .concatMap(id -> remove(id).thenReturn(id)).count();
    }

    private Mono<Void> remove(String id) {
        return work.delete(Layout.state(KIND, id, 0)).then(work.list(Layout.sheets(id), "").collectList())
                .flatMapMany(Flux::fromIterable).concatMap(work::delete).then();
    }
}
