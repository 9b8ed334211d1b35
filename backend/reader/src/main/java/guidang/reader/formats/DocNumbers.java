package guidang.reader.formats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/// Writes out the automatic numbers of a Word 97 file ([MS-DOC] 2.4.6.3).
final class DocNumbers {
    private static final int LEVELS = 9;

    private final @Nullable ListTables tables;
    private final Map<Integer, int[]> counters = new HashMap<>();

    DocNumbers(@Nullable ListTables tables) {
        this.tables = tables;
    }

    /// What stands before the paragraph; empty where nothing does.
    String label(Paragraph paragraph) {
        int list = paragraph.getIlfo();
        int level = paragraph.getIlvl();
        if (tables == null || list < 1 || list >= 0xf801 || level < 0 || level >= LEVELS) {
            return "";
        }
        try {
            return label(tables, tables.getLfo(list).getLsid(), level);
        } catch (NoSuchElementException | IndexOutOfBoundsException e) {
            // A list that is not there numbers nothing.
            return "";
        }
    }

    private String label(ListTables tables, int list, int at) {
        ListLevel level = tables.getLevel(list, at);
        if (level == null) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(list, n -> unset());
        counts[at] = counts[at] < 0 ? level.getStartAt() : counts[at] + 1;
        Arrays.fill(counts, at + 1, LEVELS, -1);
        String template = level.getNumberText();
        return template == null || level.getNumberFormat() == 23 ? "" : written(template, tables, list, counts);
    }

    /// In the template a character below nine stands for that level's number.
    private static String written(String template, ListTables tables, int list, int[] counts) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(template.length(), 100); i++) {
            char c = template.charAt(i);
            if (c >= LEVELS) {
                out.append(c);
                continue;
            }
            ListLevel level = tables.getLevel(list, c);
            int n = counts[c] >= 0 ? counts[c] : level == null ? 1 : level.getStartAt();
            out.append(numerals(level == null ? 0 : level.getNumberFormat()).of(n));
        }
        return out.toString().strip();
    }

    private static int[] unset() {
        int[] counts = new int[LEVELS];
        Arrays.fill(counts, -1);
        return counts;
    }

    /// MSONFC, [MS-OSHARED] 2.2.1.3.
    private static Numerals numerals(int format) {
        return switch (format) {
            case 1 -> Numerals.UPPER_ROMAN;
            case 2 -> Numerals.LOWER_ROMAN;
            case 3 -> Numerals.UPPER_LETTER;
            case 4 -> Numerals.LOWER_LETTER;
            case 10, 11, 33, 35, 37, 39 -> Numerals.CHINESE;
            case 12, 16, 34, 38 -> Numerals.CHINESE_FORMAL;
            case 14 -> Numerals.FULL_WIDTH;
            case 18, 28, 29 -> Numerals.CIRCLED;
            case 27 -> Numerals.PARENTHESIZED;
            case 23, 255 -> Numerals.NONE;
            default -> Numerals.ARABIC;
        };
    }
}
