package guidang.reader.formats;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What paragraph and list styles say, as they are met: those of `styles.xml`
/// first, then the automatic ones of `content.xml`.
final class OdtStyles {
    private static final int DEEPEST = 20;
    private static final int LEVELS = 10;

    private final Map<String, Paragraph> paragraphs = new HashMap<>();
    private final Map<String, Level[]> lists = new HashMap<>();
    private @Nullable Level[] outline = new Level[LEVELS];
    private @Nullable String open;
    private @Nullable Level[] openList = outline;

    /// @param outline
    ///            0 where it is no heading
    private record Paragraph(String parent, String align, int outline, String list) {}

    /// One level of a list.
    ///
    /// @param shown
    ///            how many levels' numbers stand in the label
    record Level(Numerals numerals, String prefix, String suffix, int start, int shown) {}

    /// Takes the element that just started, if it belongs to a style.
    void read(Xml xml) throws IOException {
        switch (xml.name()) {
            case "style" -> {
                open = xml.attribute("name");
                paragraphs.put(open, new Paragraph(xml.attribute("parent-style-name"), "",
                        xml.number("default-outline-level", 0), xml.attribute("list-style-name")));
            }
            case "paragraph-properties" -> align(xml.attribute("text-align"));
            case "list-style" -> openList = lists.computeIfAbsent(xml.attribute("name"), n -> new Level[LEVELS]);
            case "outline-style" -> openList = outline;
            case "list-level-style-number", "outline-level-style" -> level(xml);
            case "list-level-style-bullet", "list-level-style-image" -> set(xml, new Level(Numerals.NONE, "", "", 1, 0));
            default -> {
            }
        }
    }

    private void align(String align) {
        Paragraph style = open == null ? null : paragraphs.get(open);
        if (style != null && open != null && !align.isEmpty()) {
            paragraphs.put(open, new Paragraph(style.parent(), align, style.outline(), style.list()));
        }
    }

    private void level(Xml xml) {
        String format = xml.attribute("num-format");
        set(xml, new Level(numerals(format), xml.attribute("num-prefix"), xml.attribute("num-suffix"),
                xml.number("start-value", 1), format.isEmpty() ? 0 : xml.number("display-levels", 1)));
    }

    private void set(Xml xml, Level level) {
        int n = xml.number("level", 0);
        if (n >= 1 && n <= LEVELS) {
            openList[n - 1] = level;
        }
    }

    private static Numerals numerals(String format) {
        return switch (format.isEmpty() ? ' ' : format.charAt(0)) {
            case ' ' -> Numerals.NONE;
            case 'a' -> Numerals.LOWER_LETTER;
            case 'A' -> Numerals.UPPER_LETTER;
            case 'i' -> Numerals.LOWER_ROMAN;
            case 'I' -> Numerals.UPPER_ROMAN;
            case '一' -> Numerals.CHINESE;
            case '壹' -> Numerals.CHINESE_FORMAL;
            case '①' -> Numerals.CIRCLED;
            case '１' -> Numerals.FULL_WIDTH;
            default -> Numerals.ARABIC;
        };
    }

    boolean centered(String style) {
        Paragraph at = paragraphs.get(style);
        for (int i = 0; at != null && i < DEEPEST; i++) {
            if (!at.align().isEmpty()) {
                return at.align().equals("center");
            }
            at = paragraphs.get(at.parent());
        }
        return false;
    }

    /// 0 where the style is none of a heading.
    int outline(String style) {
        Paragraph at = paragraphs.get(style);
        for (int i = 0; at != null && i < DEEPEST; i++) {
            if (at.outline() > 0) {
                return at.outline();
            }
            at = paragraphs.get(at.parent());
        }
        return 0;
    }

    /// Whether paragraphs of this style are entries of a table of contents: their
    /// styles have these names in every language's file.
    static boolean contents(String style) {
        return style.startsWith("Contents_20_") || style.startsWith("toc");
    }

    @Nullable
    Level[] list(String name) {
        Level[] found = lists.get(name);
        return found == null ? new Level[LEVELS] : found;
    }

    @Nullable
    Level[] outlineLevels() {
        return outline;
    }
}
