package guidang.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signed notes as others make and read them (the example of the C2SP
/// signed-note format's reference package).
class LogKeyTest {
    private static final String SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    @TempDir
    private Path folder;

    private JournalSettings settings(boolean create) {
        return new JournalSettings("example.org/log", folder.resolve("new/log.key"), create, Duration.ofSeconds(1),
                Duration.ofSeconds(1), 10, 1000);
    }

    @Test
    void aKnownKeySignsAKnownNote() {
        LogKey key = LogKey.parse("PeterNeumann", SECRET);
        assertThat(key.verifierKey()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(key.secret()).isEqualTo(SECRET);
        assertThat(key.note("""
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """)).isEqualTo(
                """
                        If you think cryptography is the answer to your problem,
                        then you don't know what your problem is.

                        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                        """);
    }

    @Test
    void aKeyOfAnotherLogIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogKey.parse("example.org/log", SECRET))
                .withMessageContaining("PeterNeumann");
    }

    @Test
    void aMissingKeyIsMadeOnlyWhenAskedFor() throws IOException {
        assertThatIllegalStateException().isThrownBy(() -> LogKeyFile.load(settings(false)))
                .withMessageContaining("guidang.journal.create-key");
        LogKey made = LogKeyFile.load(settings(true));
        assertThat(LogKeyFile.load(settings(false)).verifierKey()).isEqualTo(made.verifierKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings(false).signingKey())))
                .isEqualTo("rw-------");
    }
}
