package guidang.server.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was done, as the cell 进展 holds it: each with its day before it, in the
/// order in which it was told. Written, read and written again, a cell is the
/// same.
///
/// @param on
///            null where no day stands before it
record ProgressLine(@Nullable LocalDate on, String words) {
    private static final Pattern OURS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ \\t]+(\\S.*)");
    private static final Pattern THEIRS = Pattern
            .compile("(\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?)\\s*[:：,，、]?\\s*(\\S.*)");
    private static final String CUT = "…";
    /// A cell of a workbook holds 32,767 characters.
    private static final int LONGEST = 32_000;

    /// The lines of a cell. Where its first line begins with a day as we write it,
    /// a new one begins where a line begins with such a day; else with any day.
    static List<ProgressLine> read(String cell) {
        String first = cell.lines().filter(line -> !line.strip().equals(CUT)).findFirst().orElse("");
        boolean ours = ours(first);
        SheetDay days = new SheetDay(0, false);
        List<ProgressLine> all = new ArrayList<>();
        for (String line : cell.lines().filter(one -> !one.strip().equals(CUT)).toList()) {
            Matcher dated = (ours ? OURS : THEIRS).matcher(line);
            LocalDate on = dated.matches() ? days.read(dated.group(1)).orElse(null) : null;
            if (on != null) {
                all.add(new ProgressLine(on, dated.group(2)));
            } else if (all.isEmpty()) {
                all.add(new ProgressLine(null, line));
            } else {
                all.set(all.size() - 1, all.getLast().and(line));
            }
        }
        return all.stream().filter(line -> !line.words.isBlank()).toList();
    }

    private static boolean ours(String line) {
        Matcher dated = OURS.matcher(line);
        try {
            return dated.matches() && LocalDate.parse(dated.group(1)).getYear() > 0;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private ProgressLine and(String line) {
        return new ProgressLine(on, words + "\n" + line);
    }

    /// Whether it tells the same; a line without a day, whatever the other one's.
    boolean says(ProgressLine other) {
        return words.equals(other.words) && (on == null || on.equals(other.on));
    }

    /// All of them in one cell. The oldest make way where it does not hold
    /// them all.
    static String cell(List<ProgressLine> lines) {
        int from = 0;
        int length = lines.stream().mapToInt(line -> line.toString().length() + 1).sum();
        while (length > LONGEST && from < lines.size() - 1) {
            length -= lines.get(from++).toString().length() + 1;
        }
        String kept = lines.stream().skip(from).map(ProgressLine::toString).collect(Collectors.joining("\n"));
        return from == 0 ? kept : CUT + "\n" + kept;
    }

    /// As in the cell.
    @Override
    public String toString() {
        return on == null ? words : on + " " + words;
    }
}
