package guidang.server.bulk;

import guidang.server.jobs.JobIds;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.Payload;
import guidang.server.objects.StoredJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Imports as they lie in `work` (docs/FORMAT.md): any replica finds them
/// there. There is an import when its first head is there, which is put last.
@Component
class ImportStore {
    /// Rows of one page: what is written again at once.
    static final int PAGE = 500;
    private static final String KIND = "imports";
    private static final int HEAD_LIMIT = 1 << 16;
    /// A row's words are cut where nobody would write so much.
    private static final int PAGE_LIMIT = 1 << 26;

    private final ObjectStore work;

    ImportStore(@Qualifier("work") ObjectStore work) {
        this.work = work;
    }

    /// A head and its number.
    record Numbered(long number, ImportHead head) {}

    private record RowPage(int format, List<ImportRow> rows) {}

    private record CountPages(int format, List<Counts> pages) {}

    /// Puts all of a new import. Repeatable under the same id.
    Mono<Void> create(String id, ImportHead head, Path zip, List<ImportRow> rows) {
        int pages = pages(rows.size());
        Mono<Void> all = Flux.range(0, pages)
                .concatMap(page -> putRows(id, page, rows.subList(page * PAGE, Math.min(rows.size(), (page + 1) * PAGE)))).then();
        List<Counts> counts = IntStream.range(0, pages)
                .mapToObj(page -> Counts.of(rows.subList(page * PAGE, Math.min(rows.size(), (page + 1) * PAGE)))).toList();
        return work.putIfAbsent(Layout.importedZip(id), new Payload.LocalFile(zip, head.size())).then(all)
                .then(putCounts(id, counts)).then(work.putIfAbsent(Layout.state(KIND, id, 0), Payload.of(StoredJson.bytes(head))))
                .then();
    }

    static int pages(int rows) {
        return (rows + PAGE - 1) / PAGE;
    }

    /// The import as it stands. Error: `NOT_FOUND`.
    Mono<Numbered> head(String id) {
        return JobIds.isOne(id) ? head(id, 0).switchIfEmpty(Mono.error(ImportStore::notFound)) : Mono.error(notFound());
    }

    /// The last of the heads, which are numbered without gaps.
    private Mono<Numbered> head(String id, long number) {
        return work.get(Layout.state(KIND, id, number), HEAD_LIMIT)
                .map(bytes -> new Numbered(number, StoredJson.read(bytes, ImportHead.class)))
                .flatMap(found -> head(id, number + 1).defaultIfEmpty(found));
    }

    /// Makes the next head from the last one; where another replica was faster,
    /// from that one's. What the change throws ends it.
    Mono<ImportHead> advance(String id, UnaryOperator<ImportHead> change) {
        return head(id).flatMap(last -> {
            ImportHead next = change.apply(last.head());
            return next.equals(last.head())
                    ? Mono.just(next)
                    : work.putIfAbsent(Layout.state(KIND, id, last.number() + 1), Payload.of(StoredJson.bytes(next)))
                            .flatMap(put -> put == Put.CREATED ? Mono.just(next) : advance(id, change));
        });
    }

    Mono<List<ImportRow>> rows(String id, int page) {
        return work.get(Layout.importedRows(id, page), PAGE_LIMIT).map(bytes -> StoredJson.read(bytes, RowPage.class).rows())
                .switchIfEmpty(Mono.error(ImportStore::notFound));
    }

    Mono<Void> putRows(String id, int page, List<ImportRow> rows) {
        return work.replace(Layout.importedRows(id, page), StoredJson.bytes(new RowPage(1, List.copyOf(rows))));
    }

    /// Of each page.
    Mono<List<Counts>> counts(String id) {
        return work.get(Layout.importedCounts(id), PAGE_LIMIT).map(bytes -> StoredJson.read(bytes, CountPages.class).pages())
                .defaultIfEmpty(List.of());
    }

    Mono<Void> putCounts(String id, List<Counts> pages) {
        return work.replace(Layout.importedCounts(id), StoredJson.bytes(new CountPages(1, List.copyOf(pages))));
    }

    /// The zip's bytes; empty where it is gone.
    Flux<DataBuffer> zip(String id, long size) {
        return work.read(Layout.importedZip(id), 0, size).map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    Mono<Void> removeZip(String id) {
        return work.delete(Layout.importedZip(id));
    }

    /// Removes all of it, its first head first: then it is none any more.
    Mono<Void> remove(String id) {
        return work.delete(Layout.state(KIND, id, 0))
                .then(work.list(Layout.imported(id), "").collectList())
                .flatMapMany(Flux::fromIterable).concatMap(work::delete).then();
    }

    /// The ids of all, newest first.
    Mono<List<String>> ids() {
        return all().distinct().sort(Comparator.reverseOrder()).collectList();
    }

    /// The ids of those that were begun before the time, whole or not.
    Mono<List<String>> before(Instant time) {
        return all().distinct().filter(id -> JobIds.timeOf(id).isBefore(time)).collectList();
    }

    private Flux<String> all() {
        int start = Layout.states(KIND).length();
        return work.list(Layout.states(KIND), "").filter(key -> key.indexOf('/', start) > 0)
                .map(key -> key.substring(start, key.indexOf('/', start))).filter(JobIds::isOne);
    }

    private static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND);
    }
}
