package guidang.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// One organisation of the demo tree of three levels.
///
/// @param type
///            `committee`, `general-branch` or `branch`
/// @param parent
///            empty for the root
public record DemoOrganization(String code, String name, String type, String parent) {
    /// Made by the server's own settings, so not in the list.
    private static final DemoOrganization ROOT = new DemoOrganization("ROOT", "市直机关工委", "committee", "");

    /// Parents before children, the root first.
    public static List<DemoOrganization> all() {
        return Stream.concat(Stream.of(ROOT), csv().lines().skip(1).map(DemoOrganization::row)).toList();
    }

    private static DemoOrganization row(String line) {
        String[] cells = line.split(",", -1);
        return new DemoOrganization(cells[0], cells[1], cells[2], cells[3]);
    }

    /// The organisation of that code in the demo tree.
    public static DemoOrganization of(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    /// All below the root, in the format that the import takes.
    public static String csv() {
        try (InputStream file = Objects.requireNonNull(DemoOrganization.class.getResourceAsStream("organizations.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
