package guidang.server.inspection;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/// Receives bodies of requests into local files, in bounded memory: one buffer
/// of a body is on its way to the disk, the rest waits in the network.
public final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path folder;

    /// Blocks.
    Spool(InspectionSettings settings) throws IOException {
        this.folder = SpoolFolder.create(settings.spool());
    }

    /// Where the files lie.
    Path folder() {
        return folder;
    }

    /// A folder beside the files.
    Path folder(String name) {
        return folder.resolve(name);
    }

    /// Receives the body and lets it be used; the file is gone when the result is
    /// there, and on error and cancellation. Every buffer is released.
    ///
    /// Errors: `FILE_TOO_LARGE` as soon as the limit is passed, `UPLOAD_ABORTED`
    /// where the body breaks off.
    ///
    /// @param most
    ///            the limit, in bytes
    <T> Mono<T> receive(UploadId id, Flux<DataBuffer> body, long most, Function<Spooled, Mono<T>> use) {
        return Mono.usingWhen(blocking(() -> SpoolFile.create(folder, id.value())),
                file -> write(body, most, file).flatMap(use), Spool::close);
    }

    /// As an upload; the file is nobody's.
    public <T> Mono<T> receive(Flux<DataBuffer> body, long most, Function<Spooled, Mono<T>> use) {
        return Mono.defer(() -> receive(UploadId.create(Instant.now()), body, most, use));
    }

    private static Mono<Spooled> write(Flux<DataBuffer> body, long most, SpoolFile file) {
        return counted(body, most).concatMap(buffer -> write(buffer, file::write), 0).then(blocking(file::content));
    }

    /// Whoever takes the buffer releases it: the writer, or the cancellation that
    /// comes before it. (The queue of `publishOn` loses buffers when its task is
    /// cancelled before it ran.)
    static Mono<Void> write(DataBuffer buffer, Consumer<DataBuffer> file) {
        AtomicReference<@Nullable DataBuffer> waiting = new AtomicReference<>(buffer);
        return Mono.<Void>fromRunnable(() -> write(waiting, file)).subscribeOn(Schedulers.boundedElastic())
                .doFinally(end -> DataBufferUtils.release(waiting.getAndSet(null)));
    }

    private static void write(AtomicReference<@Nullable DataBuffer> waiting, Consumer<DataBuffer> file) {
        DataBuffer buffer = waiting.getAndSet(null);
        if (buffer != null) {
            try {
                file.accept(buffer);
            } finally {
                DataBufferUtils.release(buffer);
            }
        }
    }

    /// Counts before anything waits: what is refused is refused at once, and
    /// released here. Errors: `FILE_TOO_LARGE`, `UPLOAD_ABORTED`.
    static Flux<DataBuffer> counted(Flux<DataBuffer> body, long most) {
        return Flux.<DataBuffer>defer(() -> {
            long[] seen = {0};
            return body.onErrorMap(DisconnectedClientHelper::isClientDisconnectedException, Spool::aborted)
                    .handle((buffer, sink) -> count(buffer, sink, seen, most));
        }).doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private static Problem aborted(Throwable e) {
        LOG.debug("An upload broke off", e);
        return new Problem(ProblemType.UPLOAD_ABORTED);
    }

    private static void count(DataBuffer buffer, SynchronousSink<DataBuffer> sink, long[] seen, long most) {
        seen[0] += buffer.readableByteCount();
        if (seen[0] > most) {
            DataBufferUtils.release(buffer);
            sink.error(new Problem(ProblemType.FILE_TOO_LARGE, "limit", most));
        } else {
            sink.next(buffer);
        }
    }

    private static Mono<Void> close(SpoolFile file) {
        return Spool.<Boolean>blocking(() -> {
            file.close();
            return true;
        }).then();
    }

    static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
