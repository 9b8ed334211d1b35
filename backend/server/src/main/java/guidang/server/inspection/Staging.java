package guidang.server.inspection;

import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Uploads as they lie in `work`: any replica finds them there.
final class Staging {
    private static final String FOLDER = "staging/";
    private static final int FACTS_LIMIT = 1 << 16;
    private static final int READING_LIMIT = 1 << 27;

    private final ObjectStore work;

    Staging(ObjectStore work) {
        this.work = work;
    }

    /// Puts file, reading and preview, then the facts: only then is the upload
    /// there. Repeatable with the same file, also by several at once: what comes of
    /// it are the facts of the first that was through.
    Mono<Facts> put(UploadId id, Sender sender, String name, Purpose purpose, Spooled content, Gate.Passed passed) {
        return Mono.fromSupplier(() -> StagingJson.bytes(passed.reading())).flatMap(bytes -> {
            Facts facts = facts(id, sender, name, purpose, content, passed, bytes);
            return objects(id, content, bytes, passed.preview())
                    .then(work.putIfAbsent(Layout.stagedFacts(id.value()), json(facts)))
                    .flatMap(put -> put == ObjectStore.Put.CREATED ? Mono.just(facts) : facts(id, _ -> true));
        });
    }

    private Mono<Void> objects(UploadId id, Spooled content, byte[] reading, byte[] preview) {
        Mono<Void> picture = preview.length == 0 ? Mono.empty() : derived(Layout.stagedPreview(id.value()), preview);
        return Mono.when(work.putIfAbsent(Layout.staged(id.value()), new Payload.LocalFile(content.path(), content.size())),
                derived(Layout.stagedReading(id.value()), reading), picture);
    }

    /// What follows from the file: another version of the reader, before a kill,
    /// may have left other bytes.
    private Mono<Void> derived(String key, byte[] bytes) {
        return work.putIfAbsent(key, Payload.of(bytes))
                .flatMap(put -> put == ObjectStore.Put.CREATED ? Mono.empty() : work.replace(key, bytes));
    }

    private static Facts facts(UploadId id, Sender sender, String name, Purpose purpose, Spooled content, Gate.Passed passed,
            byte[] bytes) {
        Reading reading = passed.reading();
        return new Facts(Facts.FORMAT, sender.subject(), organization(sender), id.time(), name, content.size(), content.sha256(),
                content.sm3(),
                reading.mediaType(),
                reading.pages(), reading.characters(), reading.title(), reading.properties(), Warnings.of(passed),
                reading.excerpt(), passed.scan(),
                reference(bytes), purpose == Purpose.REPORT ? null : purpose,
                passed.preview().length == 0 ? null : reference(passed.preview()));
    }

    private static Facts.Reference reference(byte[] bytes) {
        return new Facts.Reference(Digests.hex(bytes), bytes.length);
    }

    private static Payload json(Facts facts) {
        return Payload.of(StagingJson.bytes(facts));
    }

    private static @Nullable String organization(Sender sender) {
        return sender.organization() == null ? null : sender.organization().value();
    }

    /// An upload that may be seen; another is as if it did not exist.
    /// Error: `UPLOAD_NOT_FOUND`.
    Mono<Facts> facts(UploadId id, Predicate<Facts> seen) {
        return work.get(Layout.stagedFacts(id.value()), FACTS_LIMIT).map(StagingJson::facts)
                .filter(seen)
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.UPLOAD_NOT_FOUND)));
    }

    Mono<Reading> reading(UploadId id) {
        return work.get(Layout.stagedReading(id.value()), READING_LIMIT).map(StagingJson::reading)
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.UPLOAD_NOT_FOUND)));
    }

    Staged staged(UploadId id, Facts facts) {
        String upload = id.value();
        return new Staged(upload, facts.name(), facts.size(), facts.sha256(), facts.sm3(), facts.mediaType(), facts.pages(),
                facts.characters(), facts.title(), new Payload.Stored(work, Layout.staged(upload), facts.size()),
                new Payload.Stored(work, Layout.stagedReading(upload), facts.reading().size()), facts.reading().sha256(),
                preview(upload, facts.preview()));
    }

    private Staged.@Nullable Preview preview(String upload, Facts.@Nullable Reference preview) {
        return preview == null
                ? null
                : new Staged.Preview(new Payload.Stored(work, Layout.stagedPreview(upload), preview.size()), preview.sha256());
    }

    /// Removes the upload, facts first.
    Mono<Void> delete(UploadId id) {
        return work.delete(Layout.stagedFacts(id.value()))
                .then(Mono.when(work.delete(Layout.stagedReading(id.value())), work.delete(Layout.stagedPreview(id.value())),
                        work.delete(Layout.staged(id.value()))));
    }

    /// Removes what came before the time, finished or not, and tells how
    /// many objects.
    Mono<Long> expire(Instant before) {
        return work.list(FOLDER, "").filter(key -> isOlder(key, before)).concatMap(key -> work.delete(key).thenReturn(key))
                .count();
    }

    private static boolean isOlder(String key, Instant before) {
        String id = key.substring(FOLDER.length(), Math.max(FOLDER.length(), key.indexOf('/', FOLDER.length())));
        return OperationId.isOne(id) && new UploadId(id).time().isBefore(before);
    }
}
