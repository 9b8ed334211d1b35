package guidang.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/// The picture in docs/ARCHITECTURE.md shows the arrows that the rooms declare.
class PictureTest {
    private static final Pattern ARROWS = Pattern.compile("^  (\\w+) --> (\\w+(?: & \\w+)*)$", Pattern.MULTILINE);

    @Test
    void thePictureIsTrue() throws IOException, ClassNotFoundException {
        assertThat(drawn()).as("arrows of docs/ARCHITECTURE.md").isEqualTo(declared());
    }

    private static Set<String> drawn() throws IOException {
        Set<String> arrows = new TreeSet<>();
        Matcher line = ARROWS.matcher(Files.readString(Path.of("..", "..", "docs", "ARCHITECTURE.md")));
        while (line.find()) {
            Stream.of(line.group(2).split(" & ")).map(to -> line.group(1) + " --> " + to).forEach(arrows::add);
        }
        return arrows;
    }

    private static Set<String> declared() throws IOException, ClassNotFoundException {
        Set<String> arrows = new TreeSet<>();
        for (String room : rooms()) {
            ApplicationModule declared = Class.forName("guidang.server." + room + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            Stream.of(Objects.requireNonNull(declared, room).allowedDependencies()).filter(to -> !to.equals("kernel"))
                    .map(to -> room + " --> " + to).forEach(arrows::add);
        }
        return arrows;
    }

    private static List<String> rooms() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("src", "main", "java", "guidang", "server"))) {
            return entries.filter(Files::isDirectory).map(room -> room.getFileName().toString()).toList();
        }
    }
}
