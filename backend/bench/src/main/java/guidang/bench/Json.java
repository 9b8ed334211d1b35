package guidang.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As much JSON as the measurements need: writes strings, finds members
/// by name.
final class Json {
    private Json() {
    }

    static String string(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    /// The first string or number of that name.
    ///
    /// @throws IllegalStateException
    ///             where there is none; the message holds the text
    static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?[0-9.]+))")
                .matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json.substring(0, Math.min(json.length(), 1000)));
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
