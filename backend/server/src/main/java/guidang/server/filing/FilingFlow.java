package guidang.server.filing;

import guidang.server.corrections.Correction;
import guidang.server.corrections.Corrections;
import guidang.server.access.Caller;
import guidang.server.inspection.Staged;
import guidang.server.inspection.Uploads;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The core flow: staged uploads → blobs → journal → receipt.
///
/// Until the journal has committed, nothing of a filing shows anywhere: its
/// blobs are named by no record. A crash at any point leaves either that or a
/// whole filing. A retry under the same key gives the same filing, on any
/// replica, also when its uploads are gone.
@Service
class FilingFlow {
    static final String ROUTE = "POST /api/reports";

    private final Uploads uploads;
    private final ReportBlobs blobs;
    private final Journal journal;
    private final Places places;
    private final ReportViews views;
    private final Corrections corrections;
    private final Disposal disposal;
    private final ObjectProvider<AfterFiling> after;

    FilingFlow(Uploads uploads, ReportBlobs blobs, Journal journal, Places places, ReportViews views, Corrections corrections,
            Disposal disposal, ObjectProvider<AfterFiling> after) {
        this.uploads = uploads;
        this.blobs = blobs;
        this.journal = journal;
        this.places = places;
        this.views = views;
        this.corrections = corrections;
        this.disposal = disposal;
        this.after = after;
    }

    /// One filing that is asked for.
    ///
    /// @param receivedAt
    ///            the last byte of the request
    /// @param imported
    ///            by an officer, with others of the past
    record Wish(Caller caller, OperationId operation, FilingForm form, Instant receivedAt, boolean imported) {}

    /// Files. Errors: those of [FilingDecision], of [Journal#submit], and
    /// `UPLOAD_NOT_FOUND`.
    ///
    /// @param beside
    ///            kept apart or removed, once it is filed
    /// @param receivedAt
    ///            the last byte of the request
    Mono<FiledReport> file(Caller caller, String key, FilingForm form, Beside beside, Instant receivedAt) {
        Wish wish = new Wish(caller, OperationId.of(caller.subject(), ROUTE, key), form, receivedAt, false);
        return staged(caller, form)
                .flatMap(staged -> commit(wish, staged).flatMap(committed -> answer(committed, form, staged)
                        .delayUntil(_ -> Mono.when(discard(staged), keep(committed, beside.corrected())))))
                .onErrorResume(FilingFlow::uploadIsGone, gone -> repeat(wish.operation(), form, gone))
                .delayUntil(_ -> finish(caller, beside.draft()));
    }

    /// Files what an import brings; its uploads are discarded. Errors as [#file].
    Mono<Committed> take(Wish wish) {
        return staged(wish.caller(), wish.form()).flatMap(staged -> commit(wish, staged)
                .delayUntil(committed -> committed.repeated() ? disposeAgain(committed) : Mono.empty())
                .delayUntil(_ -> discard(staged)));
    }

    private Mono<Committed> commit(Wish wish, List<Staged> staged) {
        return blobs.put(wish.operation(), wish.form(), staged).flatMap(put -> journal.submit(command(wish, put)));
    }

    private Mono<List<Staged>> staged(Caller caller, FilingForm form) {
        return Flux.fromIterable(form.files()).flatMapSequential(file -> uploads.staged(caller, file.upload()))
                .collectList();
    }

    /// What has been filed need not wait any more; if this fails, it expires.
    private Mono<Void> discard(List<Staged> filed) {
        return Flux.fromIterable(filed).flatMap(uploads::discard).then().onErrorComplete();
    }

    /// Of a request that is repeated they are kept already.
    private Mono<Void> keep(Committed committed, List<Correction> corrected) {
        return committed.repeated() ? Mono.empty() : corrections.keep(corrected);
    }

    /// A draft that stays leads to uploads that are gone, and expires.
    private Mono<Void> finish(Caller caller, @Nullable FiledDraft draft) {
        return draft == null
                ? Mono.empty()
                : Flux.fromStream(after.orderedStream()).concatMap(room -> room.filed(caller, draft)).then().onErrorComplete();
    }

    private Command command(Wish wish, ReportBlobs.Put put) {
        return new Command(wish.operation(), digest(wish.form(), put.files()), new FilingDecision(places, wish.caller(),
                wish.operation(), wish.form(), put.files(), put.reading(), put.details(), wish.receivedAt(), wish.imported()));
    }

    /// What was just written is not read back.
    private Mono<FiledReport> answer(Committed committed, FilingForm form, List<Staged> staged) {
        return committed.repeated()
                ? disposeAgain(committed).then(views.answer(committed, views.filed(committed)))
                : views.answer(committed,
                        views.fresh(committed, ReportBlobs.details(form, staged), ReportBlobs.main(form, staged)));
    }

    /// Whoever repeats a filing puts its bytes once more: those of a destroyed one
    /// must not come back so.
    private Mono<Void> disposeAgain(Committed committed) {
        JournalRecord record = committed.records().getFirst();
        return journal.stream(record.stream()).map(Slot::of)
                .flatMap(slot -> Mono.justOrEmpty(slot.version(record.operation()))
                        .flatMap(version -> disposal.dispose(slot, version)))
                .then();
    }

    /// An upload leaves the staging area when its filing is through: the journal
    /// knows what the key came to, and which bytes the uploads were.
    private Mono<FiledReport> repeat(OperationId operation, FilingForm form, Throwable gone) {
        return journal.operation(operation).switchIfEmpty(Mono.error(gone))
                .flatMap(known -> journal.submit(new Command(operation, digest(form, filesOf(known)), view -> {
                    throw new IllegalStateException("a known operation is not decided again");
                }))).flatMap(committed -> views.answer(committed, views.filed(committed)));
    }

    private static List<ReportRecord.FiledFile> filesOf(Committed known) {
        return ((ReportRecord.Filed) ReportCodec.read(known.records().getFirst())).files();
    }

    /// What makes two requests the same: every member confirmed, and the bytes of
    /// every file in its role; not the ids under which these were uploaded.
    private static String digest(FilingForm form, List<ReportRecord.FiledFile> files) {
        return Digests.hex(ReportCodec.bytes(List.of(form.withoutUploads(), files)));
    }

    private static boolean uploadIsGone(Throwable error) {
        return error instanceof Problem problem && problem.type() == ProblemType.UPLOAD_NOT_FOUND;
    }
}
