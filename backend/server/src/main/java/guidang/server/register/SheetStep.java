package guidang.server.register;

import guidang.server.kernel.Code;
import guidang.server.rectification.ItemWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an import does about one row.
///
/// @param was
///            null where it is a new item
/// @param differences
///            none where nothing is to be done, or the item is new
record SheetStep(SheetRow row, Place place, @Nullable Present was, List<Difference> differences) {
    SheetStep {
        differences = List.copyOf(differences);
    }

    /// Whose register of which campaign.
    record Place(Code organization, Code campaign) {}

    /// One cell that says something else than the register.
    ///
    /// @param from
    ///            as the register has it; empty where it has nothing
    record Difference(SheetColumn column, String from, String to) {}

    /// What becomes of it.
    enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind() {
        return was == null ? Kind.ADDED : differences.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED;
    }

    /// The item's words after this: those of columns that the sheet does not have
    /// stay. Empty where they are the same.
    Optional<ItemWords> words(Set<SheetColumn> head) {
        if (was == null) {
            return Optional.of(row.words());
        }
        boolean others = differences.stream().anyMatch(difference -> difference.column().isWords());
        return others ? Optional.ofNullable(was.words()).map(words -> over(was, words, head)) : Optional.empty();
    }

    private ItemWords over(Present present, ItemWords words, Set<SheetColumn> head) {
        ItemWords said = row.over(present, head).words();
        boolean source = differs(SheetColumn.SOURCE);
        return new ItemWords(1, said.problem(), said.aspect(), source ? said.source() : words.source(), said.manifestation(),
                said.goal(), said.measures(), said.unit(), said.post(), said.person(), said.remarks(),
                differs(SheetColumn.EVIDENCE) ? more(present, SheetColumn.EVIDENCE, words.evidence()) : words.evidence(),
                differs(SheetColumn.REVIEW) ? more(present, SheetColumn.REVIEW, words.review()) : words.review());
    }

    boolean differs(SheetColumn column) {
        return differences.stream().anyMatch(difference -> difference.column() == column);
    }

    /// What the cell says besides what the item's steps say themselves.
    private @Nullable String more(Present present, SheetColumn column, @Nullable String words) {
        List<String> steps = new ArrayList<>(present.row().cell(column).lines().toList());
        if (words != null) {
            words.lines().forEach(steps::remove);
        }
        String more = row.cell(column).lines().filter(line -> !steps.contains(line)).collect(Collectors.joining("\n"));
        return more.isEmpty() ? null : more;
    }
}
