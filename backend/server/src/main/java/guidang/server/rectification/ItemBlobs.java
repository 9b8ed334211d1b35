package guidang.server.rectification;

import guidang.server.inspection.Staged;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.objects.StoredJson;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The blobs of items: words and evidence. All puts are durable when they
/// complete, and repeatable.
@Component
class ItemBlobs {
    private static final int AT_ONCE = 4;

    private final Blobs blobs;

    ItemBlobs(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Puts words under a salt of their own.
    Mono<Blobs.Ref> words(OperationId operation, Object words) {
        return Mono.fromSupplier(() -> Blobs.salted(StoredJson.bytes(words))).flatMap(bytes -> blobs.put(operation, bytes));
    }

    /// Puts files that show what was done, in their order.
    ///
    /// @param told
    ///            what is told of them, in the same order
    Mono<List<ItemRecord.Evidence>> evidence(OperationId operation, List<Staged> files, List<Progressing.File> told) {
        return Flux.fromIterable(files).flatMapSequential(file -> put(operation, file), AT_ONCE)
                .then(Mono.fromSupplier(() -> evidence(files, told)));
    }

    private Mono<Void> put(OperationId operation, Staged file) {
        Staged.Preview preview = file.preview();
        Mono<Blobs.Ref> whole = blobs.put(operation, file.sha256(), file.file());
        return preview == null ? whole.then() : whole.then(blobs.put(operation, preview.sha256(), preview.file())).then();
    }

    /// The same without putting them: what a request is judged by.
    static List<ItemRecord.Evidence> evidence(List<Staged> files, List<Progressing.File> told) {
        return IntStream.range(0, files.size()).mapToObj(n -> evidence(files.get(n), told.get(n).on())).toList();
    }

    private static ItemRecord.Evidence evidence(Staged file, @Nullable LocalDate on) {
        Staged.Preview preview = file.preview();
        return new ItemRecord.Evidence(file.sha256(), file.sm3(), file.size(), file.mediaType(), on,
                preview == null ? null : new Blobs.Ref(preview.sha256(), preview.file().length()));
    }
}
