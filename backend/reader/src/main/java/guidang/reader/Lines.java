package guidang.reader;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the lines of an extracted text tell.
final class Lines {
    private static final Pattern ENDS_A_TITLE = Pattern.compile(".*(材料|报告|方案|台账|情况|计划|总结|清单|通知|意见|记录|纪要)");
    private static final Pattern NO_TITLE = Pattern.compile("[一二三四五六七八九十]+[、.．].*|[（(].*|.*[。；：，、;:,]|[-—\\d\\s第页共]+");
    private static final int TITLE_LINE = 60;
    private static final int PARTS = 3;

    private Lines() {
    }

    /// Line ends become line feeds; control characters and byte order marks go.
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                out.append('\n');
                i += i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (c == '\f' || c == 0x2028 || c == 0x2029) {
                out.append('\n');
            } else if (c == '\n' || c == '\t' || (c >= ' ' && c != 0x7f && c != 0xfeff)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// The first line that has words, joined with the next where a title was broken
    /// in two; null where it does not look like a title.
    static @Nullable String title(String text) {
        List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).limit(PARTS).toList();
        if (lines.isEmpty() || !mayBeTitle(lines.getFirst())) {
            return null;
        }
        StringBuilder title = new StringBuilder(lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            if (ENDS_A_TITLE.matcher(title).matches() || !mayBeTitle(line)) {
                break;
            }
            if (ENDS_A_TITLE.matcher(line).matches()) {
                title.append(line);
            }
        }
        return title.toString();
    }

    private static boolean mayBeTitle(String line) {
        return line.length() <= TITLE_LINE && !NO_TITLE.matcher(line).matches();
    }
}
