package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.inspection.Staged;
import guidang.server.inspection.Uploads;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.rectification.ItemActs.Act;
import guidang.server.rectification.ItemActs.Ask;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Words and evidence of what was done: staged uploads → blobs → journal. A
/// retry under the same key is the same act, also when its uploads are gone.
/// Errors: those of [ItemActs]; `FORBIDDEN`, `ITEM_STATE`, `UPLOAD_NOT_FOUND`.
@Service
class Progressing {
    private final ItemActs acts;
    private final ItemBlobs blobs;
    private final Uploads uploads;
    private final Journal journal;

    Progressing(ItemActs acts, ItemBlobs blobs, Uploads uploads, Journal journal) {
        this.acts = acts;
        this.blobs = blobs;
        this.uploads = uploads;
        this.journal = journal;
    }

    /// What was done.
    ///
    /// @param words
    ///            absent where the evidence says it all
    /// @param on
    ///            the day on which it was done
    record Done(@Nullable String words, @Nullable LocalDate on, List<File> files) {
        Done {
            files = List.copyOf(files);
        }
    }

    /// An upload that the caller may use, and its date of effect.
    record File(String upload, @Nullable LocalDate on) {}

    Mono<Committed> progress(Ask ask, Done done) {
        return staged(ask.caller(), done.files())
                .flatMap(staged -> commit(ask, done, staged).delayUntil(_ -> discard(staged)))
                .onErrorResume(Progressing::uploadIsGone, gone -> repeat(ask, done, gone));
    }

    /// It is judged before bytes are put that no record would name.
    private Mono<Committed> commit(Ask ask, Done done, List<Staged> staged) {
        Act act = act(ask, done, staged.stream().map(Staged::name).toList());
        return known(ask).switchIfEmpty(acts.rehearse(ask, act, ItemBlobs.evidence(staged, done.files())).thenReturn(false))
                .flatMap(_ -> blobs.evidence(ask.operation(), staged, done.files()))
                .flatMap(evidence -> acts.act(ask, act, evidence));
    }

    private Mono<Boolean> known(Ask ask) {
        return journal.operation(ask.operation()).map(_ -> true);
    }

    /// The names tell two requests apart no more than the uploads do.
    static Act act(Ask ask, Done done, List<String> names) {
        return new Act(ItemAct.PROGRESS, List.of(String.valueOf(done.words()), String.valueOf(done.on())),
                new ProgressWords(1, done.words(), names),
                now -> new ItemRecord.Progressed(now.evidence(), done.on(), now.words(), ask.receivedAt(),
                        now.caller().subject(), now.hands().onBehalf(), null));
    }

    private Mono<List<Staged>> staged(Caller caller, List<File> files) {
        return Flux.fromIterable(files).flatMapSequential(file -> uploads.evidence(caller, file.upload())).collectList();
    }

    /// What is filed need not wait any more; if this fails, it expires.
    private Mono<Void> discard(List<Staged> filed) {
        return Flux.fromIterable(filed).flatMap(uploads::discard).then().onErrorComplete();
    }

    /// The journal knows what the key came to, and which bytes the uploads were.
    private Mono<Committed> repeat(Ask ask, Done done, Throwable gone) {
        return journal.operation(ask.operation()).switchIfEmpty(Mono.error(gone))
                .flatMap(known -> acts.repeat(ask, act(ask, done, List.of()), evidence(known)));
    }

    private static List<ItemRecord.Evidence> evidence(Committed known) {
        return ((ItemRecord.Progressed) ItemCodec.read(known.records().getFirst())).evidence();
    }

    private static boolean uploadIsGone(Throwable error) {
        return error instanceof Problem problem && problem.type() == ProblemType.UPLOAD_NOT_FOUND;
    }
}
