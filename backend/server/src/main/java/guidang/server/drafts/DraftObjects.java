package guidang.server.drafts;

import guidang.server.drafts.Draft.Unfinished;
import guidang.server.kernel.Code;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.Payload;
import guidang.server.objects.StoredJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Versions of drafts as they lie in `work`,
/// at `state/drafts/{organization}/{id}/{n}.json`.
final class DraftObjects {
    /// Versions that stay behind: nobody saves so many while another one saves
    /// his own.
    private static final int BEHIND = 8;
    private static final int AT_ONCE = 8;
    /// Bytes of the largest draft.
    private static final int LIMIT = 1 << 18;

    private final ObjectStore work;

    DraftObjects(ObjectStore work) {
        this.work = work;
    }

    /// A version of a draft, or that it was removed.
    record Version(Code keeper, String id, long number, Draft draft) {
        @Nullable
        Unfinished filing() {
            return draft.filing();
        }

        boolean there() {
            return draft.filing() != null;
        }

        Version next(Draft saved) {
            return new Version(keeper, id, number + 1, saved);
        }
    }

    /// The last version of each draft that the organisation keeps.
    Flux<Version> lasts(Code keeper) {
        return lasts(keeper, Layout.drafts(keeper));
    }

    /// Empty where there was never such a draft, or is none any longer.
    Mono<Version> last(Code keeper, String id) {
        return lasts(keeper, folder(keeper, id)).next();
    }

    private Flux<Version> lasts(Code keeper, String folder) {
        return work.list(folder, "").collect(LinkedHashMap<String, Long>::new, (all, key) -> all.put(idOf(key), numberOf(key)))
                .flatMapIterable(Map::entrySet)
                .flatMapSequential(each -> read(keeper, each.getKey(), each.getValue()), AT_ONCE);
    }

    Mono<Version> read(Code keeper, String id, long number) {
        return work.get(Layout.draft(keeper, id, number), LIMIT)
                .map(bytes -> new Version(keeper, id, number, StoredJson.read(bytes, Draft.class)));
    }

    /// Makes it, unless there is such a number; of several at once one does.
    Mono<Boolean> make(Version version) {
        return work.putIfAbsent(Layout.draft(version.keeper, version.id, version.number),
                Payload.of(StoredJson.bytes(version.draft))).map(put -> put == Put.CREATED);
    }

    Mono<Void> delete(Version version) {
        return work.delete(Layout.draft(version.keeper, version.id, version.number));
    }

    /// Removes what is so far behind that nobody needs it.
    Mono<Void> clearBehind(Version version) {
        return version.number <= BEHIND
                ? Mono.empty()
                : work.delete(Layout.draft(version.keeper, version.id, version.number - BEHIND));
    }

    /// Removes all versions but this one.
    Mono<Void> clearAllBut(Version version) {
        String spared = Layout.draft(version.keeper, version.id, version.number);
        return work.list(folder(version.keeper, version.id), "").filter(key -> !key.equals(spared)).concatMap(work::delete)
                .then();
    }

    /// Removes the drafts of all organisations whose ids say so, and tells how
    /// many objects.
    Mono<Long> expire(Predicate<String> over) {
        return work.list(Layout.states("drafts"), "").filter(key -> over.test(idOf(key)))
                .concatMap(key -> work.delete(key).thenReturn(key)).count();
    }

    private static String folder(Code keeper, String id) {
        return Layout.drafts(keeper) + id + "/";
    }

    private static String idOf(String key) {
        int end = key.lastIndexOf('/');
        return key.substring(key.lastIndexOf('/', end - 1) + 1, end);
    }

    private static long numberOf(String key) {
        return Long.parseLong(key.substring(key.lastIndexOf('/') + 1, key.length() - ".json".length()));
    }
}
