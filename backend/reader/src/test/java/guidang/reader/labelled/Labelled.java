package guidang.reader.labelled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A document and the marks in it.
///
/// @param set
///            the folder it lies in: `first` or `held-out`
/// @param name
///            the file's name without extension
/// @param header
///            its kind, formats, pattern families and findings
/// @param text
///            the plain text, lines ended by LF, without the marks
/// @param tags
///            the marks, by start
record Labelled(String set, String name, Map<String, String> header, String text, List<Tag> tags) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "labelled");

    Labelled {
        header = Map.copyOf(header);
        tags = List.copyOf(tags);
    }

    /// The whole set, in the order of its names.
    static List<Labelled> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt") && !file.toString().endsWith("OFL.txt")).sorted()
                    .map(Labelled::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled load(Path file) {
        try {
            Path folder = file.getName(file.getNameCount() - 2);
            String name = file.getName(file.getNameCount() - 1).toString().replace(".txt", "");
            return Markup.parse(folder.toString(), name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kind() {
        return words("kind").getFirst();
    }

    /// The words of a line of the header; none where there is no such line.
    List<String> words(String key) {
        return Stream.of(header.getOrDefault(key, "").split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    Stream<Tag> tagged(String tag) {
        return tags.stream().filter(t -> t.isNamed(tag));
    }

    String wordsOf(Tag tag) {
        return tag.span().of(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
