package guidang.server.inspection;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One request's body on its way into the parts of an upload: written to a
/// local file, which becomes a part whenever it is full.
///
/// What was begun is finished: neither a write nor a put is cancelled with the
/// request, so that a connection that breaks loses only what had not arrived.
final class Slices {
    /// Of a part, in bytes. With the last buffer it is still less than what S3
    /// takes in one conditional PUT: larger objects are put in a way that some
    /// services let two racing writers win.
    private static final int SLICE = 4 << 20;

    private final PartStore parts;
    private final UploadId id;
    private final Path folder;
    private final long least;
    private final long length;
    private volatile long offset;
    private @Nullable SliceFile file;
    private boolean ended;

    /// @param folder
    ///            for the files
    /// @param offset
    ///            where the first part begins
    /// @param least
    ///            bytes of a part that is left over by a body that breaks off; fewer
    ///            are dropped
    /// @param length
    ///            of the whole upload
    Slices(PartStore parts, UploadId id, Path folder, long offset, long least, long length) {
        this.parts = parts;
        this.id = id;
        this.folder = folder;
        this.offset = offset;
        this.least = least;
        this.length = length;
    }

    /// Takes the body, and tells where the next part begins. Errors: those of
    /// [Spool#counted]; `UPLOAD_OFFSET` where another request was faster. What
    /// arrived before a body broke off or was cancelled is kept.
    Mono<Long> receive(Flux<DataBuffer> body) {
        return Mono.usingWhen(Mono.just(this), _ -> write(body), _ -> Mono.empty(), Slices::failed, Slices::rest);
    }

    private Mono<Long> write(Flux<DataBuffer> body) {
        return Spool.counted(body, length - offset).concatMap(this::add, 0).then(put()).then(Mono.fromSupplier(() -> offset));
    }

    private Mono<Void> add(DataBuffer buffer) {
        return Spool.write(buffer, this::write).cache().then(Mono.defer(() -> isFull() ? put() : Mono.empty()));
    }

    private synchronized void write(DataBuffer buffer) {
        try {
            if (!ended) {
                SliceFile open = file == null ? SliceFile.create(folder.resolve(id.value() + "-" + UUID.randomUUID())) : file;
                file = open;
                open.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized boolean isFull() {
        return size() >= SLICE;
    }

    private synchronized long size() {
        try {
            return file == null ? 0 : file.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized @Nullable SliceFile take() {
        SliceFile taken = file;
        file = null;
        return taken;
    }

    /// Makes a part of the file, where there is one. Once begun it goes on whoever
    /// goes away.
    private Mono<Void> put() {
        return Mono.defer(() -> Mono.usingWhen(Spool.blocking(this::take), this::put, Slices::close)).cache();
    }

    private Mono<Void> put(SliceFile full) {
        long from = offset;
        return Spool.blocking(full::size).flatMap(size -> parts.put(id, from, new Payload.LocalFile(full.path(), size))
                .then(Mono.fromRunnable(() -> offset = from + size)));
    }

    private Mono<Void> failed(Throwable error) {
        boolean brokeOff = error instanceof Problem problem && problem.type() == ProblemType.UPLOAD_ABORTED;
        return brokeOff ? rest() : drop();
    }

    /// What a body left that broke off.
    private Mono<Void> rest() {
        return Spool.blocking(this::end).flatMap(left -> left >= least || offset + left == length ? put() : drop())
                .onErrorComplete(Problem.class);
    }

    private synchronized long end() {
        ended = true;
        return size();
    }

    private Mono<Void> drop() {
        return Spool.blocking(this::end).then(Mono.usingWhen(Spool.blocking(this::take), _ -> Mono.empty(), Slices::close));
    }

    private static Mono<Void> close(SliceFile file) {
        return Spool.<Boolean>blocking(() -> {
            file.close();
            return true;
        }).then();
    }
}
