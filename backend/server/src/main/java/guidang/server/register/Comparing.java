package guidang.server.register;

import guidang.server.rectification.ItemState;
import guidang.server.register.SheetRow.Closing;
import guidang.server.register.SheetStep.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares one row with the item that it means.
///
/// @param was
///            null where there is none
/// @param closes
///            whether the caller is an officer above
/// @param faults
///            are added to
record Comparing(ImportPlan.Placed placed, @Nullable Present was, Set<SheetColumn> head, boolean closes,
        List<SheetFault> faults) {
    /// Empty where the row has a fault.
    Optional<SheetStep> step() {
        int before = faults.size();
        SheetRow row = placed.row();
        if (was == null) {
            return added(row);
        }
        List<Difference> differences = new ArrayList<>();
        head.forEach(column -> differs(row, was, column).ifPresent(differences::add));
        differences.stream().filter(difference -> !may(difference.column(), was.state()))
                .forEach(difference -> fault(difference, was.state()));
        return faults.size() == before
                ? Optional.of(new SheetStep(row, placed.place(), was, differences))
                : Optional.empty();
    }

    private Optional<SheetStep> added(SheetRow row) {
        if (row.closing() == Closing.VOID) {
            faults.add(SheetFault.of(row.number(), SheetColumn.CLOSED, "void-row"));
            return Optional.empty();
        }
        return Optional.of(new SheetStep(row, placed.place(), null, List.of()));
    }

    private void fault(Difference difference, ItemState state) {
        String kind = was == null || was.words() == null
                ? "words-gone"
                : !difference.column().isWords()
                        ? "changed-elsewhere"
                        : state == ItemState.CLOSE_OUT_REQUESTED ? "waits" : "settled";
        faults.add(SheetFault.of(placed.row().number(), difference.column(), kind).with(difference.from()));
    }

    private boolean may(SheetColumn column, ItemState state) {
        if (was == null || was.words() == null) {
            return false;
        }
        return switch (column) {
            case TYPE, DUE -> closes && state.isUnsettled();
            case CLOSED, PROGRESS -> state.isUnsettled();
            case COMPLETED, CLOSED_ON -> false;
            default -> state.isUnsettled() && state != ItemState.CLOSE_OUT_REQUESTED;
        };
    }

    private Optional<Difference> differs(SheetRow row, Present present, SheetColumn column) {
        String from = present.row().cell(column);
        String to = row.cell(column);
        return switch (column) {
            case NUMBER, ORGANIZATION, ORGANIZATION_NAME, CAMPAIGN, ITEM -> Optional.empty();
            case CLOSED -> closing(row.closing(), present.row().closing());
            case COMPLETED, CLOSED_ON -> difference(column, from, speaksOfClosing(row, present) && !to.isEmpty() ? to : from);
            case PROGRESS -> difference(column, "", newLines(row, present).stream().map(ProgressLine::toString)
                    .collect(Collectors.joining("\n")));
            default -> difference(column, from, to);
        };
    }

    /// Its days come with a closing; they are changed only in a sheet that came
    /// from here, not where people and register remember it differently.
    private static boolean speaksOfClosing(SheetRow row, Present present) {
        return row.closing() == present.row().closing() && !row.cell(SheetColumn.ITEM).isEmpty();
    }

    /// A sheet never undoes a closing or a request: it may be older than they are.
    private Optional<Difference> closing(Closing to, Closing from) {
        boolean further = switch (from) {
            case NO -> to == Closing.YES || to == Closing.REQUESTED;
            case REQUESTED -> to == Closing.YES && closes;
            case YES, VOID -> false;
        };
        return further ? difference(SheetColumn.CLOSED, from.word(), to.word()) : Optional.empty();
    }

    private static Optional<Difference> difference(SheetColumn column, String from, String to) {
        return from.equals(to) ? Optional.empty() : Optional.of(new Difference(column, from, to));
    }

    /// What the register does not tell yet. Nothing of it is ever taken back.
    static List<ProgressLine> newLines(SheetRow row, Present present) {
        return row.progress().stream().filter(line -> present.done().stream().noneMatch(line::says)).toList();
    }
}
