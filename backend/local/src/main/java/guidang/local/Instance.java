package guidang.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// One started installation, as written to `run/instance.properties`.
///
/// @param launcher
///            process id of the launcher
/// @param children
///            process ids
/// @param ready
///            whether the sign-in page answers
record Instance(long launcher, List<Long> children, URI url, URI issuer, URI elasticsearch, boolean ready) {
    Instance nowReady() {
        return new Instance(launcher, children, url, issuer, elasticsearch, true);
    }

    static Optional<Instance> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        List<Long> children = Arrays.stream(values.getProperty("children", "").split(",", -1)).filter(id -> !id.isBlank())
                .map(Long::valueOf).toList();
        return Optional.of(new Instance(Long.parseLong(values.getProperty("launcher", "0")), children,
                URI.create(values.getProperty("url", "")), URI.create(values.getProperty("issuer", "")),
                URI.create(values.getProperty("elasticsearch", "")), Boolean.parseBoolean(values.getProperty("ready"))));
    }

    /// Replaces the file at once, so that no reader sees half of it.
    void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("launcher", Long.toString(launcher));
        values.setProperty("children", children.stream().map(String::valueOf).collect(Collectors.joining(",")));
        values.setProperty("url", url.toString());
        values.setProperty("issuer", issuer.toString());
        values.setProperty("elasticsearch", elasticsearch.toString());
        values.setProperty("ready", Boolean.toString(ready));
        Path written = file.resolveSibling("instance.new");
        try (Writer writer = Files.newBufferedWriter(written)) {
            values.store(writer, null);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
