package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class DirectoriesTest {
    @TempDir
    private Path root;

    @Test
    void aFailedSyncIsTheEnd() throws IOException {
        Directories directories = new Directories(root, failed -> new AssertionError("ended", failed));
        FileChannel closed = FileChannel.open(root, StandardOpenOption.READ);
        closed.close();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> directories.sync(closed)).withMessage("ended");
    }

    @Test
    void manyWhoSettleOneDirectoryAllComeBack() throws IOException {
        Directories directories = new Directories(root, AssertionError::new);
        Path deep = Files.createDirectories(root.resolve("a/b/c"));
        List<Integer> settled = Flux.range(0, 200).flatMap(i -> Blocking.run(() -> directories.settle(deep)).thenReturn(i), 32)
                .collectList().block();
        assertThat(settled).hasSize(200);
    }
}
