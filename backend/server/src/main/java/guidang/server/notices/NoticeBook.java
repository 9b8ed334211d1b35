package guidang.server.notices;

import guidang.server.objects.StoredJson;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.Payload;
import java.time.LocalDate;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reminders as they lie in `work`, at
/// `state/notices/{organization}/{day}-{slot}-{k}.json`. The k-th reminder of a
/// slot and day is made by create-if-absent: however many replicas are at it,
/// there are never more than are allowed.
final class NoticeBook {
    /// The most that are listed.
    static final int MOST = 200;
    /// Bytes of the largest document of this room.
    static final int LIMIT = 1 << 20;
    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-[a-z2-7]{16}-\\d{1,2}");
    private static final int DAY = 10;

    private final ObjectStore work;
    private final int aDay;

    NoticeBook(ObjectStore work, int aDay) {
        this.work = work;
        this.aDay = aDay;
    }

    /// A reminder and its name within the organisation.
    record Named(String name, Notice notice) {}

    /// Whether a text from outside has the form of a name.
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    Mono<Boolean> add(SlotKey slot, LocalDate day, Notice notice) {
        return add(slot.organization(), slot.digest(), day, notice);
    }

    /// Adds it to the day's, once however often the same request adds it; false
    /// where there are enough of them.
    ///
    /// @param digest
    ///            of what it is about
    Mono<Boolean> add(Code organization, String digest, LocalDate day, Notice notice) {
        return add(organization, digest, day, notice, 1);
    }

    private Mono<Boolean> add(Code organization, String digest, LocalDate day, Notice notice, int k) {
        if (k > aDay) {
            return Mono.just(false);
        }
        String key = Layout.notice(organization, day + "-" + digest + "-" + k);
        return work.putIfAbsent(key, Payload.of(StoredJson.bytes(notice)))
                .flatMap(put -> put == Put.CREATED ? Mono.just(true) : madeBy(key, notice.request()))
                .flatMap(made -> made ? Mono.just(true) : add(organization, digest, day, notice, k + 1));
    }

    private Mono<Boolean> madeBy(String key, OperationId request) {
        return read(key).map(notice -> notice.request().equals(request)).defaultIfEmpty(false);
    }

    /// Those of the last days that are not put away, the last [#MOST] at most; in
    /// the order of their days.
    Flux<Named> list(Code organization) {
        String folder = Layout.notices(organization);
        return work.list(folder, "").takeLast(MOST).concatMap(key -> read(key)
                .filter(notice -> !notice.dismissed())
                .map(notice -> new Named(key.substring(folder.length(), key.length() - ".json".length()), notice)));
    }

    /// Empty where there is none.
    Mono<Notice> find(Code organization, String name) {
        return read(Layout.notice(organization, name));
    }

    /// Puts it away, for good: its words are gone, its place in the day's count
    /// stays taken. Empty where there is none.
    Mono<Notice> dismiss(Code organization, String name) {
        String key = Layout.notice(organization, name);
        return read(key).flatMap(notice -> work.replace(key, StoredJson.bytes(notice.away())).thenReturn(notice));
    }

    /// Removes those of the days before, and tells how many.
    Mono<Long> expire(LocalDate before) {
        return work.list(Layout.states("notices"), "").filter(key -> dayOf(key).compareTo(before.toString()) < 0)
                .concatMap(key -> work.delete(key).thenReturn(key)).count();
    }

    private static String dayOf(String key) {
        int name = key.lastIndexOf('/') + 1;
        return key.substring(name, Math.min(name + DAY, key.length()));
    }

    private Mono<Notice> read(String key) {
        return work.get(key, NoticeBook.LIMIT).map(bytes -> StoredJson.read(bytes, Notice.class));
    }
}
