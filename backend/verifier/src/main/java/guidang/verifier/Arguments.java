package guidang.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the command line says.
///
/// @param files
///            each must be one that the record names
/// @param key
///            the log's verifier key
record Arguments(Path receipt, List<Path> files, String key) {
    /// @throws IllegalArgumentException
    ///             where something is missing or unknown
    static Arguments parse(String... words) throws IOException {
        Path receipt = null;
        String key = null;
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            String value = i + 1 < words.length ? words[i + 1] : "";
            switch (words[i]) {
                case "--receipt" -> receipt = path(value);
                case "--file" -> files.add(path(value));
                case "--key" -> key = value;
                case "--key-file" -> key = Files.readString(path(value));
                case "--lang" -> {
                }
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        return new Arguments(present(receipt, "--receipt"), List.copyOf(files), present(key, "--key"));
    }

    /// The language of the answers: `--lang`, else that of the system.
    static Locale language(String... words) {
        int at = List.of(words).indexOf("--lang");
        return at >= 0 && at + 1 < words.length ? Locale.forLanguageTag(words[at + 1]) : Locale.getDefault();
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    private static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
