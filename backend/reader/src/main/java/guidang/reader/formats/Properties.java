package guidang.reader.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a document says of itself. Authors and editors are persons: they are
/// handed to nobody.
final class Properties {
    private static final Set<String> KEPT = Set.of("title", "created", "modified", "application", "pages", "encoding",
            "encodingGuessed");
    private static final int LONGEST = 300;
    private static final int MOST = 1_000;

    private final Map<String, String> kept = new TreeMap<>();
    private final List<String> declared = new ArrayList<>();

    /// A second value of a name is only declared.
    Properties add(String name, @Nullable String value) {
        String clean = value == null ? "" : clean(value);
        if (!clean.isEmpty() && declared.size() < MOST) {
            declared.add(name + "=" + clean);
            if (KEPT.contains(name)) {
                kept.putIfAbsent(name, clean);
            }
        }
        return this;
    }

    Map<String, String> kept() {
        return kept;
    }

    List<String> declared() {
        return declared;
    }

    /// As a whole number below a million; 0 where the file does not say.
    int pages() {
        String pages = kept.getOrDefault("pages", "");
        boolean number = !pages.isEmpty() && pages.length() < 7 && pages.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(pages) : 0;
    }

    private static String clean(String value) {
        StringBuilder out = new StringBuilder();
        String stripped = value.strip();
        for (int i = 0; i < Math.min(stripped.length(), LONGEST); i++) {
            char c = stripped.charAt(i);
            out.append(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff ? ' ' : c);
        }
        return out.toString().strip();
    }
}
