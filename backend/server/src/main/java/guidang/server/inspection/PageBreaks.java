package guidang.server.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows where the pages of a text begin.
public final class PageBreaks {
    private static final char FORM_FEED = '\f';

    private PageBreaks() {
    }

    /// The text with a form feed (U+000C) before each page but the first.
    ///
    /// @param starts
    ///            UTF-16 offsets, ascending; null for a text without pages
    public static String show(String text, @Nullable List<Integer> starts) {
        if (starts == null) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + starts.size());
        int before = 0;
        for (int start : starts.subList(Math.min(1, starts.size()), starts.size())) {
            int at = Math.clamp(start, before, text.length());
            out.append(text, before, at).append(FORM_FEED);
            before = at;
        }
        return out.append(text, before, text.length()).toString();
    }
}
