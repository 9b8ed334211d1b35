package guidang.reader.word;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Automatic numbers (ECMA-376, 17.9): what they look like, and where each
/// count stands while a document is read from front to back.
final class Numbering {
    private static final int LEVELS = 9;

    private final Map<Integer, Definition> definitions = new HashMap<>();
    private final Map<Integer, Use> uses = new HashMap<>();
    private final Map<Definition, Counts> counts = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();

    private static final class Level {
        int start = 1;
        String format = "decimal";
        String text = "";
        String suffix = "tab";
        boolean legal;
        int restart = -1;
        @Nullable
        String style;
    }

    private static final class Definition {
        final Level[] levels = new Level[LEVELS];
        @Nullable
        String link;
    }

    private static final class Use {
        int definition = -1;
        final Level[] levels = new Level[LEVELS];
        final int[] starts = {-1, -1, -1, -1, -1, -1, -1, -1, -1};
    }

    private static final class Counts {
        final int[] values = new int[LEVELS];
        final boolean[] begun = new boolean[LEVELS];
    }

    void read(XMLStreamReader reader) throws IOException, XMLStreamException {
        Definition definition = null;
        Use use = null;
        Level level = null;
        int override = -1;
        while (Parts.next(reader)) {
            if (reader.isEndElement()) {
                switch (reader.getLocalName()) {
                    case "abstractNum" -> definition = null;
                    case "num" -> use = null;
                    case "lvl" -> level = null;
                    case "lvlOverride" -> override = -1;
                    default -> {
                    }
                }
            } else if (reader.isStartElement()) {
                String value = Parts.attribute(reader, "val");
                switch (reader.getLocalName()) {
                    case "abstractNum" -> {
                        definition = new Definition();
                        definitions.put(Parts.number(Parts.attribute(reader, "abstractNumId"), -1), definition);
                    }
                    case "num" -> {
                        use = new Use();
                        uses.put(Parts.number(Parts.attribute(reader, "numId"), -1), use);
                    }
                    case "lvlOverride" -> override = place(Parts.attribute(reader, "ilvl"));
                    case "lvl" -> {
                        level = new Level();
                        Level[] levels = use != null ? use.levels : definition != null ? definition.levels : new Level[LEVELS];
                        levels[place(Parts.attribute(reader, "ilvl"))] = level;
                    }
                    case "abstractNumId" -> {
                        if (use != null) {
                            use.definition = Parts.number(value, -1);
                        }
                    }
                    case "numStyleLink" -> {
                        if (definition != null) {
                            definition.link = value;
                        }
                    }
                    case "startOverride" -> {
                        if (use != null && override >= 0) {
                            use.starts[override] = Parts.number(value, 1);
                        }
                    }
                    default -> {
                        if (level != null) {
                            property(reader, level, value);
                        }
                    }
                }
            }
        }
    }

    private static void property(XMLStreamReader reader, Level level, @Nullable String value) {
        switch (reader.getLocalName()) {
            case "start" -> level.start = Parts.number(value, 1);
            case "numFmt" -> level.format = value == null ? "decimal" : value;
            case "lvlText" -> level.text = value == null ? "" : value;
            case "suff" -> level.suffix = value == null ? "tab" : value;
            case "isLgl" -> level.legal = Parts.isOn(reader);
            case "lvlRestart" -> level.restart = Parts.number(value, -1);
            case "pStyle" -> level.style = value;
            default -> {
            }
        }
    }

    private static int place(@Nullable String level) {
        return Math.min(Parts.number(level, 0), LEVELS - 1);
    }

    /// Counts one paragraph on.
    ///
    /// @param level
    ///            null where only the style is known, whose level is looked up
    /// @return the number as it is shown, or an empty text
    String next(int numbers, @Nullable Integer level, @Nullable String style, Styles styles) {
        Use use = uses.get(numbers);
        Definition definition = use == null ? null : definition(use, styles, 0);
        if (use == null || definition == null) {
            return "";
        }
        int at = level == null ? levelOf(definition, style) : Math.min(level, LEVELS - 1);
        Counts count = counts.computeIfAbsent(definition, key -> new Counts());
        if (used.add(numbers)) {
            for (int i = 0; i < LEVELS; i++) {
                count.begun[i] = count.begun[i] && use.starts[i] < 0;
            }
        }
        count.values[at] = count.begun[at] ? count.values[at] + 1 : start(use, definition, at);
        count.begun[at] = true;
        for (int below = at + 1; below < LEVELS; below++) {
            int restart = level(use, definition, below).restart;
            if (restart != 0 && (restart < 0 || at < restart)) {
                count.begun[below] = false;
            }
        }
        return shown(use, definition, at, count);
    }

    private @Nullable Definition definition(Use use, Styles styles, int depth) {
        Definition definition = definitions.get(use.definition);
        String link = definition == null ? null : definition.link;
        Use linked = link == null || depth > 3 ? null : uses.get(styles.numbers(link));
        return linked == null || linked == use ? definition : definition(linked, styles, depth + 1);
    }

    private static int levelOf(Definition definition, @Nullable String style) {
        for (int i = 0; style != null && i < LEVELS; i++) {
            Level level = definition.levels[i];
            if (level != null && style.equals(level.style)) {
                return i;
            }
        }
        return 0;
    }

    private static Level level(Use use, Definition definition, int at) {
        Level own = use.levels[at];
        Level shared = definition.levels[at];
        return own != null ? own : shared != null ? shared : new Level();
    }

    private static int start(Use use, Definition definition, int at) {
        return use.starts[at] >= 0 ? use.starts[at] : level(use, definition, at).start;
    }

    private static String shown(Use use, Definition definition, int at, Counts count) {
        Level level = level(use, definition, at);
        if (level.format.equals("bullet")) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < level.text.length(); i++) {
            char c = level.text.charAt(i);
            int named = i + 1 < level.text.length() && c == '%' ? level.text.charAt(i + 1) - '1' : -1;
            if (named >= 0 && named < LEVELS) {
                int value = count.begun[named] ? count.values[named] : start(use, definition, named);
                String format = level.legal && named < at ? "decimal" : level(use, definition, named).format;
                out.append(NumberFormat.write(level.legal ? "decimal" : format, value));
                i++;
            } else {
                out.append(c);
            }
        }
        boolean open = !out.isEmpty() && isWord(out.charAt(out.length() - 1)) && !level.suffix.equals("nothing");
        return open || level.suffix.equals("space") ? out + " " : out.toString();
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
