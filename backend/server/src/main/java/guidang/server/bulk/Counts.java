package guidang.server.bulk;

import guidang.server.bulk.ImportRow.Outcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many rows came to what.
record Counts(int rows, int unchecked, int ready, int refused, int filed, int already, int failed) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    static Counts of(List<ImportRow> rows) {
        Map<Outcome, Integer> by = new EnumMap<>(Outcome.class);
        rows.forEach(row -> by.merge(row.outcome(), 1, Integer::sum));
        return new Counts(rows.size(), by.getOrDefault(Outcome.UNCHECKED, 0), by.getOrDefault(Outcome.READY, 0),
                by.getOrDefault(Outcome.REFUSED, 0), by.getOrDefault(Outcome.FILED, 0), by.getOrDefault(Outcome.ALREADY, 0),
                by.getOrDefault(Outcome.FAILED, 0));
    }

    static Counts sum(Collection<Counts> pages) {
        return pages.stream().reduce(NONE, Counts::plus);
    }

    private Counts plus(Counts o) {
        return new Counts(rows + o.rows, unchecked + o.unchecked, ready + o.ready, refused + o.refused, filed + o.filed,
                already + o.already, failed + o.failed);
    }

    int of(Outcome outcome) {
        return switch (outcome) {
            case UNCHECKED -> unchecked;
            case READY -> ready;
            case REFUSED -> refused;
            case FILED -> filed;
            case ALREADY -> already;
            case FAILED -> failed;
        };
    }

    /// As a job tells them.
    Map<String, Long> byName() {
        Map<String, Long> all = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome.text(), (long) of(outcome));
        }
        all.put("rows", (long) rows);
        return all;
    }
}
