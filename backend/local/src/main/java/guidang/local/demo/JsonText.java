package guidang.local.demo;

import java.util.ArrayList;
import java.util.List;

/// Cuts objects out of an answer without reading them. Enough for what the demo
/// hands on.
final class JsonText {
    private JsonText() {
    }

    /// The objects in the first array of that name; none where there is none.
    static List<String> array(String json, String name) {
        List<String> objects = new ArrayList<>();
        int at = json.indexOf("\"" + name + "\":[");
        int end = at < 0 ? -1 : end(json, json.indexOf('[', at));
        for (int i = at < 0 ? 0 : json.indexOf('[', at) + 1; i < end - 1;) {
            int close = json.charAt(i) == '{' ? end(json, i) : i + 1;
            if (json.charAt(i) == '{') {
                objects.add(json.substring(i, close));
            }
            i = close;
        }
        return objects;
    }

    /// The first object of that name; empty text where there is none.
    static String object(String json, String name) {
        int at = json.indexOf("\"" + name + "\":{");
        int open = at < 0 ? -1 : json.indexOf('{', at);
        return open < 0 ? "" : json.substring(open, end(json, open));
    }

    /// After the bracket that closes the one at that place.
    private static int end(String json, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return json.length();
    }
}
