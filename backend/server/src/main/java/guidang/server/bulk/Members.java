package guidang.server.bulk;

import guidang.server.access.Caller;
import guidang.server.inspection.Uploads;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The files of a zip on their way through the gate.
///
/// @param officer
///            whose uploads they are
record Members(Contents contents, Uploads uploads, Caller officer) {
    private static final int CHUNK = 1 << 16;

    /// Lets all of them pass the gate and keeps nothing. Errors: those of an
    /// upload.
    ///
    /// @return the SHA-256 of each
    Mono<List<String>> check(List<String> paths) {
        return Flux.fromIterable(paths).concatMap(path -> uploads.check(MemberPath.fileName(path), bytes(path)), 1).collectList();
    }

    /// Makes uploads of all of them, or of none. Errors: those of an upload.
    Mono<List<String>> stage(List<String> paths) {
        return Mono.defer(() -> {
            List<String> staged = Collections.synchronizedList(new ArrayList<>());
            return Flux.fromIterable(paths)
                    .concatMap(path -> uploads.receive(officer, MemberPath.fileName(path), bytes(path)).doOnNext(staged::add), 1)
                    .collectList().onErrorResume(refused -> discard(staged).then(Mono.error(refused)));
        });
    }

    private Mono<Void> discard(List<String> staged) {
        return Flux.fromIterable(staged).concatMap(upload -> uploads.discard(officer, upload)).then().onErrorComplete();
    }

    /// What can't be unpacked is a broken file, whatever else the zip holds.
    private Flux<DataBuffer> bytes(String path) {
        return DataBufferUtils.readInputStream(() -> contents.open(path), DefaultDataBufferFactory.sharedInstance, CHUNK)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(broken -> new Problem(ProblemType.FILE_UNREADABLE));
    }
}
