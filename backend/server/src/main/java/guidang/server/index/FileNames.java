package guidang.server.index;

import java.util.regex.Pattern;

/// Names of files as words: `photo_2026.jpg` is found by each of its parts. A
/// zero-width space beside what joins them divides them for the tokenizer (UAX
/// 29: it belongs to no word), and nobody sees it.
public final class FileNames {
    private static final Pattern JOINS = Pattern.compile("[._]");

    private FileNames() {
    }

    /// Of a name, and of what is looked for in names.
    public static String divided(String name) {
        return JOINS.matcher(name).replaceAll("\u200b$0\u200b");
    }

    /// As it was.
    public static String whole(String divided) {
        return divided.replace("\u200b", "");
    }
}
