package guidang.server.calendars;

import guidang.server.tables.Csv;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A list of holidays and make-up days as it was handed in. Pure.
///
/// @param rows
///            below the header that hold anything
/// @param years
///            their days, by year
/// @param faults
///            in the order of the rows
record CalendarSheet(int rows, SortedMap<Integer, Days> years, List<Fault> faults) {
    private static final int MOST = 20_000;
    private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Set<String> DATE_COLUMN = Set.of("date", "日期");
    private static final Set<String> KIND_COLUMN = Set.of("kind", "type", "类型", "类别");
    private static final Set<String> HOLIDAY = Set.of("holiday", "off", "休", "放假", "假", "节假日");
    private static final Set<String> WORKDAY = Set.of("workday", "work", "班", "上班", "调休", "补班");

    /// Holidays and make-up days of a year.
    record Days(SortedSet<LocalDate> holidays, SortedSet<LocalDate> workdays) {
        Days() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /// What is wrong with a row.
    ///
    /// @param row
    ///            as a spreadsheet counts: the header is row 1
    /// @param column
    ///            empty where the whole row is meant
    /// @param kind
    ///            the words are in `messages*.properties` under `calendar.{kind}`
    record Fault(int row, String column, String kind, String value) {
        Fault {
            value = value.length() > 64 ? value.substring(0, 64) + "…" : value;
        }
    }

    static CalendarSheet read(byte[] bytes) {
        return Csv.decode(bytes).map(CalendarSheet::read).orElseGet(() -> broken(1, "", "unknown-encoding"));
    }

    private static CalendarSheet broken(int row, String column, String kind) {
        return new CalendarSheet(0, new TreeMap<>(), List.of(new Fault(row, column, kind, "")));
    }

    private static CalendarSheet read(String text) {
        List<Csv.Row> all = Csv.read(text).stream().filter(row -> !row.isBlank()).toList();
        if (all.size() < 2) {
            return broken(1, "", "no-rows");
        }
        if (all.size() - 1 > MOST) {
            return broken(MOST + 2, "", "too-many-rows");
        }
        int date = column(all.getFirst(), DATE_COLUMN);
        int kind = column(all.getFirst(), KIND_COLUMN);
        if (date < 0 || kind < 0) {
            return broken(1, date < 0 ? "date" : "kind", "missing-column");
        }
        return new Reader(date, kind).read(all.subList(1, all.size()));
    }

    private static int column(Csv.Row header, Set<String> names) {
        List<String> fields = header.fields().stream().map(field -> field.strip().toLowerCase(Locale.ROOT)).toList();
        return fields.stream().filter(names::contains).findFirst().map(fields::indexOf).orElse(-1);
    }

    private static final class Reader {
        private final int date;
        private final int kind;
        private final SortedMap<Integer, Days> years = new TreeMap<>();
        private final Set<LocalDate> seen = new HashSet<>();
        private final List<Fault> faults = new ArrayList<>();

        Reader(int date, int kind) {
            this.date = date;
            this.kind = kind;
        }

        CalendarSheet read(List<Csv.Row> rows) {
            rows.forEach(this::row);
            faults.sort(Comparator.comparingInt(Fault::row));
            return new CalendarSheet(rows.size(), years, List.copyOf(faults));
        }

        private void row(Csv.Row row) {
            if (!row.wellFormed()) {
                faults.add(new Fault(row.number(), "", "malformed-row", ""));
                return;
            }
            LocalDate day = day(row);
            String word = field(row, kind).toLowerCase(Locale.ROOT);
            boolean holiday = HOLIDAY.contains(word);
            if (!holiday && !WORKDAY.contains(word)) {
                faults.add(new Fault(row.number(), "kind", "unknown-kind", word));
            } else if (day != null) {
                Days days = years.computeIfAbsent(day.getYear(), _ -> new Days());
                (holiday ? days.holidays() : days.workdays()).add(day);
            }
        }

        private @Nullable LocalDate day(Csv.Row row) {
            String typed = field(row, date);
            LocalDate day = parsed(typed).orElse(null);
            if (day == null) {
                faults.add(new Fault(row.number(), "date", "malformed-date", typed));
            } else if (!seen.add(day)) {
                faults.add(new Fault(row.number(), "date", "duplicate-date", day.toString()));
            }
            return day;
        }

        private static String field(Csv.Row row, int column) {
            return column < row.fields().size() ? row.fields().get(column).strip() : "";
        }

        private static Optional<LocalDate> parsed(String typed) {
            Matcher parts = DAY.matcher(typed);
            if (!parts.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.ofNullable(PlannedDays.bounded(LocalDate.of(Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
    }
}
