package guidang.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// One organisation of the demo tree of three levels.
///
/// @param type
///            `committee`, `general-branch` or `branch`
/// @param parent
///            empty for the root
public record DemoOrganization(String code, String name, String type, String parent) {
    /// Parents before children, the root first.
    public static List<DemoOrganization> all() {
        return csv().lines().skip(1).map(line -> line.split(",", -1)).map(cells -> new DemoOrganization(cells[0], cells[1],
                cells[2], cells[3])).toList();
    }

    /// The organisation of that code in the demo tree.
    public static DemoOrganization of(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    /// The whole tree in the format that the import takes.
    public static String csv() {
        try (InputStream file = Objects.requireNonNull(DemoOrganization.class.getResourceAsStream("organizations.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
