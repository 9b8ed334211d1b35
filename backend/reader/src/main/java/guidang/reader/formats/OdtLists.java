package guidang.reader.formats;

import guidang.reader.formats.OdtStyles.Level;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts list items and headings as ODF 1.3 part 3, 19.880 and 16.30 say, and
/// writes their numbers out.
final class OdtLists {
    private static final int LEVELS = 10;

    private final OdtStyles styles;
    private final Map<String, int[]> counters = new HashMap<>();
    private final int[] headings = new int[LEVELS];
    private final Deque<Open> open = new ArrayDeque<>();

    OdtLists(OdtStyles styles) {
        this.styles = styles;
    }

    /// A list that has begun and not ended.
    private static final class Open {
        private final String style;
        private boolean fresh;
        private int start;
        private @Nullable String written;

        Open(String style) {
            this.style = style;
        }
    }

    void startList(Xml xml) {
        Open outer = open.peek();
        String named = xml.attribute("style-name");
        String style = named.isEmpty() && outer != null ? outer.style : named;
        boolean goesOn = xml.attribute("continue-numbering").equals("true") || !xml.attribute("continue-list").isEmpty();
        if (outer == null && !goesOn) {
            counters.remove(style);
        }
        open.push(new Open(style));
    }

    void endList() {
        open.poll();
    }

    void startItem(Xml xml) {
        Open list = open.peek();
        if (list != null) {
            list.fresh = true;
            list.start = xml.number("start-value", -1);
            list.written = null;
        }
    }

    /// The number as the file itself has written it out.
    void written(String number) {
        Open list = open.peek();
        if (list != null) {
            list.written = number;
        }
    }

    /// What stands before a paragraph that begins now; empty where nothing does.
    ///
    /// @param outline
    ///            level of a heading, else 0
    String label(int outline) {
        Open list = open.peek();
        if (list == null) {
            return outline >= 1 && outline <= LEVELS ? label(headings, styles.outlineLevels(), outline - 1, -1) : "";
        } else if (!list.fresh) {
            return "";
        }
        list.fresh = false;
        int[] counts = counters.computeIfAbsent(list.style, s -> new int[LEVELS]);
        int level = Math.min(open.size(), LEVELS) - 1;
        String counted = label(counts, styles.list(list.style), level, list.start);
        String written = list.written;
        return written == null ? counted : written;
    }

    private static String label(int[] counts, @Nullable Level[] levels, int at, int start) {
        Level level = levels[at];
        counts[at] = start >= 0 ? start : counts[at] == 0 && level != null ? level.start() : counts[at] + 1;
        Arrays.fill(counts, at + 1, LEVELS, 0);
        if (level == null || level.shown() == 0) {
            return "";
        }
        StringBuilder label = new StringBuilder(level.prefix());
        for (int i = Math.max(0, at + 1 - level.shown()); i <= at; i++) {
            Level shown = levels[i];
            if (shown != null && shown.shown() > 0) {
                label.append(i < at ? shown.numerals().of(Math.max(1, counts[i])) + "." : level.numerals().of(counts[i]));
            }
        }
        return label.append(level.suffix()).toString();
    }
}
