package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guidang.server.objects.ObjectStore.Put;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class FileObjectsTest extends ObjectStoreContract {
    @Override
    protected ObjectStore archive() {
        return open("archive");
    }

    @Override
    protected ObjectStore work() {
        return open("work");
    }

    private ObjectStore open(String place) {
        try {
            Path root = files.resolve("store").resolve(place);
            return place.equals("work") ? FileObjects.work(root) : FileObjects.archive(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatLiesThereIsReadOnly() throws IOException {
        ObjectStore archive = archive();
        put(archive, "a/b", "x");
        done(archive.replace("a/hint", new byte[3]));
        for (String key : List.of("a/b", "a/hint")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("archive/" + key))))
                    .isEqualTo("r--r--r--");
        }
    }

    @Test
    void nothingHalfWrittenStaysBehind() throws IOException {
        ObjectStore archive = archive();
        done(Flux.range(0, 50).flatMap(i -> archive.putIfAbsent("a/" + i % 7, bytes("x"))));
        done(archive.putIfAbsent("a/short", new Payload.Stored(MemoryObjects.work(), "missing", 1)).onErrorComplete());
        try (Stream<Path> left = Files.list(file("archive/.incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anotherProcessSeesWhatIsThere() {
        put(archive(), "a/b", "x");
        assertThat(put(archive(), "a/b", "y")).isEqualTo(Put.OCCUPIED);
        assertThat(text(archive(), "a/b")).isEqualTo("x");
    }

    @Test
    void aStagedFileIsLinkedNotCopied() throws IOException {
        ObjectStore work = work();
        ObjectStore archive = archive();
        put(work, "staging/u/file", "original");
        done(archive.putIfAbsent("blobs/b", new Payload.Stored(work, "staging/u/file", 8)));
        assertThat(Files.getAttribute(file("archive/blobs/b"), "unix:ino"))
                .isEqualTo(Files.getAttribute(file("work/staging/u/file"), "unix:ino"));
    }

    @Test
    void aDeletedUploadLeavesNoEmptyDirectory() throws IOException {
        ObjectStore work = work();
        put(work, "staging/u/file", "x");
        put(work, "staging/v/file", "x");
        done(work.delete("staging/u/file"));
        assertThat(file("work/staging/u")).doesNotExist();
        assertThat(file("work/staging/v/file")).exists();
    }

    @Test
    void putsAndDeletesInOneDirectoryDoNotHarmEachOther() {
        ObjectStore work = work();
        Flux<Put> both = Flux.range(0, 300)
                .flatMap(i -> work.putIfAbsent("staging/u/" + i, bytes("x"))
                        .flatMap(put -> work.delete("staging/u/" + i).thenReturn(put)), 8);
        assertThat(await(both.collectList())).hasSize(300).containsOnly(Put.CREATED);
    }

    @Test
    void whatAKilledProcessWroteLongAgoIsRemovedAtTheNextStart() throws IOException {
        archive();
        Path old = Files.writeString(file("archive/.incoming/old"), "half");
        Path recent = Files.writeString(file("archive/.incoming/recent"), "half");
        Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.fromMillis(0));
        archive();
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aDirectoryThatCannotBeWrittenRefuses() throws IOException {
        ObjectStore archive = archive();
        Files.writeString(file("archive/a"), "a file where a directory should be");
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> done(archive.putIfAbsent("a/b", bytes("x"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs4", "nfs", "cifs", "smb3", "fuse.sshfs", "9p", "NFS"})
    void aNetworkFileSystemIsRefusedWithTheSettingToChange(String type) {
        assertThatExceptionOfType(StoreRefused.class).isThrownBy(() -> LocalFileSystem.check(files, type))
                .withMessageContaining(type).withMessageContaining("guidang.objects.files.root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "apfs"})
    void aLocalFileSystemIsTaken(String type) {
        LocalFileSystem.check(files, type);
    }

    private Path file(String path) {
        return files.resolve("store").resolve(path);
    }
}
