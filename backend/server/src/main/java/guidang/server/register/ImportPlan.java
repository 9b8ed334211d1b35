package guidang.server.register;

import guidang.server.kernel.OperationId;
import guidang.server.rectification.ItemState;
import guidang.server.register.SheetStep.Kind;
import guidang.server.register.SheetStep.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sheet beside the registers that it speaks of: what it would do, and what
/// is wrong with it. Pure.
///
/// @param size
///            items in the sheet, faulty ones among them
/// @param head
///            the columns that the sheet has
/// @param steps
///            of the rows without a fault, in their order
/// @param faults
///            in the order of the rows
record ImportPlan(int size, Set<SheetColumn> head, List<SheetStep> steps, List<SheetFault> faults) {
    /// A row, and whose it is.
    record Placed(SheetRow row, Place place) {
        /// The same with this unit.
        Placed responsible(String unit) {
            Map<SheetColumn, String> cells = new HashMap<>(row.cells());
            cells.put(SheetColumn.UNIT, unit);
            return new Placed(new SheetRow(row.number(), cells), place);
        }
    }

    /// @param faults
    ///            that were found before
    /// @param registers
    ///            of all places
    /// @param closing
    ///            those places whose items the caller may close, and change in type
    ///            and due day
    static ImportPlan of(SheetReading reading, List<Placed> rows, List<SheetFault> faults, Map<Place, List<Present>> registers,
            Set<Place> closing) {
        List<SheetFault> all = new ArrayList<>(faults);
        List<SheetStep> steps = new ArrayList<>();
        Map<Object, Integer> seen = new HashMap<>();
        Map<Place, Matches> matches = new HashMap<>();
        registers.forEach((place, present) -> matches.put(place, new Matches(present)));
        for (Placed placed : rows) {
            Present was = matches.getOrDefault(placed.place(), Matches.NONE).of(placed.row());
            Object key = was != null ? was.item() : List.of(placed.place(), Matches.plain(placed.row()));
            Integer before = seen.putIfAbsent(key, placed.row().number());
            if (before != null) {
                all.add(SheetFault.of(placed.row().number(), SheetColumn.PROBLEM, "twice").with("first", before));
            } else {
                new Comparing(placed, was, reading.head().keySet(), closing.contains(placed.place()), all).step()
                        .ifPresent(steps::add);
            }
        }
        all.sort(Comparator.comparingInt(SheetFault::row));
        return new ImportPlan(reading.size(), Set.copyOf(reading.head().keySet()), List.copyOf(steps), List.copyOf(all));
    }

    int count(Kind kind) {
        return (int) steps.stream().filter(step -> step.kind() == kind).count();
    }

    /// Items that have a fault.
    int faulty() {
        return size - steps.size();
    }

    /// The items of one register, to be found by id or by problem.
    private static final class Matches {
        private static final Matches NONE = new Matches(List.of());
        private final Map<OperationId, Present> byId = new HashMap<>();
        private final Map<String, Present> byProblem = new HashMap<>();

        Matches(List<Present> present) {
            for (Present one : present) {
                byId.put(one.item(), one);
                if (one.words() != null && one.state() != ItemState.VOID) {
                    byProblem.putIfAbsent(plain(one.row()), one);
                }
            }
        }

        @Nullable
        Present of(SheetRow row) {
            String id = row.cell(SheetColumn.ITEM);
            Present named = id.isEmpty() ? null : byId.get(new OperationId(id));
            return named != null ? named : byProblem.get(plain(row));
        }

        static String plain(SheetRow row) {
            return row.cell(SheetColumn.PROBLEM).replaceAll("\\s", "");
        }
    }
}
