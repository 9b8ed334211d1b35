package guidang.server.filing;

import guidang.server.inspection.ReadDocument;
import guidang.server.inspection.Staged;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The blobs of a version: its files, what was read of the main one, and
/// its words.
@Component
class ReportBlobs {
    private final Blobs blobs;

    ReportBlobs(Blobs blobs) {
        this.blobs = blobs;
    }

    /// What a record names.
    record Put(List<ReportRecord.FiledFile> files, Blobs.Ref reading, Blobs.Ref details) {}

    /// Puts all of them at once; each is durable when it completes. Repeatable: the
    /// details get a new salt, and so a new name, each time.
    Mono<Put> put(OperationId operation, FilingForm form, List<Staged> uploads) {
        List<ReportRecord.FiledFile> files = files(form, uploads);
        Staged main = main(form, uploads);
        Mono<Void> originals = Flux.range(0, files.size())
                .flatMap(n -> blobs.put(operation, files.get(n).sha256(), uploads.get(n).file())).then();
        Mono<Blobs.Ref> reading = blobs.put(operation, main.readingSha256(), main.reading());
        Mono<Blobs.Ref> details = words(operation, details(form, uploads));
        return Mono.zip(reading, details, originals.thenReturn(files)).map(all -> new Put(all.getT3(), all.getT1(), all.getT2()));
    }

    static Staged main(FilingForm form, List<Staged> uploads) {
        return uploads.get(form.files().indexOf(form.main()));
    }

    static ReportDetails details(FilingForm form, List<Staged> uploads) {
        return new ReportDetails(1, form.title(), form.date(), uploads.stream().map(Staged::name).toList());
    }

    private static List<ReportRecord.FiledFile> files(FilingForm form, List<Staged> uploads) {
        return java.util.stream.IntStream.range(0, uploads.size())
                .mapToObj(n -> file(form.files().get(n).role(), uploads.get(n))).toList();
    }

    private static ReportRecord.FiledFile file(FileRole role, Staged upload) {
        return new ReportRecord.FiledFile(role, upload.sha256(), upload.sm3(), upload.size(), upload.mediaType());
    }

    /// Puts words under a salt of their own.
    Mono<Blobs.Ref> words(OperationId operation, Object words) {
        return Mono.fromSupplier(() -> Blobs.salted(ReportCodec.bytes(words))).flatMap(bytes -> blobs.put(operation, bytes));
    }

    Mono<ReportDetails> details(ReportRecord.Filed filed) {
        return blobs.get(filed.blobs(), filed.details()).map(ReportCodec::details);
    }

    Mono<Reading> reading(ReportRecord.Filed filed) {
        return blobs.get(filed.blobs(), filed.reading()).map(ReportCodec::reading);
    }

    /// The words of the reading, to be compared.
    Mono<ReadDocument> document(ReportRecord.Filed filed) {
        return blobs.get(filed.blobs(), filed.reading()).map(ReadDocument::of);
    }

    /// Empty where none was given, and where it went with what was destroyed.
    Mono<Reason> reason(Slot.Act act) {
        return Mono.justOrEmpty(act.fact().details()).flatMap(details -> blobs.get(act.record().operation(), details))
                .map(ReportCodec::reason);
    }
}
