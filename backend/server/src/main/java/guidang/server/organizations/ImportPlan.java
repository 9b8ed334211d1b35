package guidang.server.organizations;

import guidang.server.kernel.Code;
import guidang.server.organizations.ImportFault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What an import would do: its rows in an order in which parents come before
/// children, or why it can't be done.
///
/// @param faults
///            of form and of sense, in the order of the rows
/// @param accepted
///            rows without a fault of their own
record ImportPlan(int size, int accepted, List<ImportRow> ordered, List<ImportFault> faults) {
    /// @param existing
    ///            whether a code is taken by anybody but this same import
    /// @param parent
    ///            whether a code outside the list can be a parent: it exists, and
    ///            the caller administers it
    static ImportPlan of(ImportList list, Predicate<Code> existing, Predicate<Code> parent) {
        List<ImportFault> faults = new ArrayList<>(list.faults());
        Map<Code, ImportRow> rows = new LinkedHashMap<>();
        for (ImportRow row : list.rows()) {
            if (rows.putIfAbsent(row.code(), row) != null) {
                faults.add(new ImportFault(row.number(), "code", Kind.DUPLICATE_CODE, row.code().value()));
            } else if (existing.test(row.code())) {
                faults.add(new ImportFault(row.number(), "code", Kind.EXISTING_CODE, row.code().value()));
            }
        }
        for (ImportRow row : list.rows()) {
            // A row that has a fault is a parent all the same: those below it are not blamed.
            if (!rows.containsKey(row.parent()) && !list.unread().contains(row.parent()) && !parent.test(row.parent())) {
                faults.add(new ImportFault(row.number(), "parent", Kind.UNKNOWN_PARENT, row.parent().value()));
            }
        }
        List<ImportRow> ordered = ordered(rows, faults);
        faults.sort(Comparator.comparingInt(ImportFault::row));
        return new ImportPlan(list.size(), accepted(list.size(), faults), ordered, List.copyOf(faults));
    }

    /// A fault of the header is one of every row.
    private static int accepted(int size, List<ImportFault> faults) {
        boolean header = faults.stream().anyMatch(fault -> fault.row() == 1);
        return header ? 0 : size - (int) faults.stream().map(ImportFault::row).distinct().count();
    }

    /// By depth within the list, then as they came: the same for the same list,
    /// whatever of it is there already.
    private static List<ImportRow> ordered(Map<Code, ImportRow> rows, List<ImportFault> faults) {
        Map<Code, Integer> depths = new HashMap<>();
        Set<Code> circling = new HashSet<>();
        rows.values().forEach(row -> measure(row, rows, depths, circling));
        circling.forEach(code -> {
            ImportRow row = rows.get(code);
            if (row != null) {
                faults.add(new ImportFault(row.number(), "parent", Kind.CYCLE, row.parent().value()));
            }
        });
        return rows.values().stream().filter(row -> !circling.contains(row.code()))
                .sorted(Comparator.comparingInt(row -> depths.getOrDefault(row.code(), 0))).toList();
    }

    /// Walks up to a row whose depth is known or that hangs under the tree, then
    /// numbers the way back. Meeting its own way is a circle.
    private static void measure(ImportRow start, Map<Code, ImportRow> rows, Map<Code, Integer> depths, Set<Code> circling) {
        List<Code> way = new ArrayList<>();
        Set<Code> met = new HashSet<>();
        ImportRow at = start;
        while (at != null && !depths.containsKey(at.code()) && met.add(at.code())) {
            way.add(at.code());
            at = rows.get(at.parent());
        }
        if (at != null && !depths.containsKey(at.code())) {
            circling.addAll(way.subList(way.indexOf(at.code()), way.size()));
        }
        int depth = at == null ? 0 : depths.getOrDefault(at.code(), 0) + 1;
        for (Code code : way.reversed()) {
            depths.put(code, depth++);
        }
    }
}
