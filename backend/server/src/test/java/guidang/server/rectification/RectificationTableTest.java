package guidang.server.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of docs/RECTIFICATION.md is
/// [ItemAct]'s. `-Dguidang.docs.write=true` writes it.
class RectificationTableTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "RECTIFICATION.md");
    private static final String FROM = "RectificationTableTest -Dguidang.docs.write=true -->\n";
    private static final String TO = "<!-- end -->";

    @Test
    void theTableIsTheCodes() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(FROM) + FROM.length();
        String made = page.substring(0, from) + table() + page.substring(page.indexOf(TO));
        if (Boolean.getBoolean("guidang.docs.write")) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(made);
    }

    private static String table() {
        String states = Arrays.stream(ItemState.values()).map(ItemState::word).collect(Collectors.joining(" | "));
        String head = "| act | record | who | " + states + " |\n|" + "---|".repeat(3 + ItemState.values().length) + "\n";
        return head + Arrays.stream(ItemAct.values()).map(RectificationTableTest::row).collect(Collectors.joining());
    }

    private static String row(ItemAct act) {
        String after = Arrays.stream(ItemState.values()).map(state -> after(act, state)).collect(Collectors.joining(" | "));
        return "| `" + act.verb() + "` | `" + act.record() + "` | " + who(act.role()) + " | " + after + " |\n";
    }

    private static String who(@org.jspecify.annotations.Nullable Role role) {
        return role == null ? "both" : role.text();
    }

    private static String after(ItemAct act, ItemState state) {
        return act.after(state).map(to -> to == state ? "=" : to.word()).orElse("");
    }
}
