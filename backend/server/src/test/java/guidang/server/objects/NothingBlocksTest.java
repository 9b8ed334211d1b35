package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.core.scheduler.Schedulers;

/// BlockHound fails a blocking call on a non-blocking thread.
class NothingBlocksTest {
    @TempDir
    private Path files;

    @Test
    void theGuardIsAwake() throws IOException {
        try (FileChannel file = FileChannel.open(files, StandardOpenOption.READ)) {
            blocks(() -> {
                file.force(true);
                return 0;
            });
        }
        Path source = Files.createFile(files.resolve("a"));
        blocks(() -> Files.createLink(files.resolve("b"), source));
    }

    @Test
    void everythingMayBeCalledOnANonBlockingThreadAndAnswersOnOne() throws IOException {
        ObjectStore archive = FileObjects.archive(files.resolve("archive"));
        ObjectStore work = FileObjects.work(files.resolve("work"));
        Path file = Files.write(files.resolve("local"), new byte[200_000]);
        Flux<?> calls = Flux.concat(archive.putIfAbsent("a", Payload.of(new byte[10])),
                archive.putIfAbsent("a", Payload.of(new byte[10])),
                work.putIfAbsent("staging/u", new Payload.LocalFile(file, 200_000)),
                archive.putIfAbsent("b", new Payload.Stored(work, "staging/u", 200_000)), archive.get("b", 1 << 20),
                archive.read("b", 5, 100_000), archive.size("b"), archive.madeAt("b"), archive.list("", ""),
                archive.replace("c", new byte[1]).thenReturn(0).publishOn(Schedulers.parallel()),
                archive.sync(List.of("a", "c")).thenReturn(0), work.delete("staging/u").thenReturn(0));
        List<Boolean> threads = calls.map(answer -> Thread.currentThread() instanceof NonBlocking)
                .subscribeOn(Schedulers.parallel()).collectList().block();
        assertThat(threads).hasSizeGreaterThan(10).containsOnly(true);
    }

    @Test
    void saltDoesNotBlock() {
        byte[] salted = Mono.fromCallable(() -> Blobs.salted(new byte[5])).subscribeOn(Schedulers.parallel()).block();
        assertThat(salted).hasSize(Blobs.SALT + 5);
    }

    private static void blocks(Callable<?> call) {
        assertThatThrownBy(() -> assertThat(Mono.fromCallable(call).subscribeOn(Schedulers.parallel()).block()).isNull())
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }
}
