package guidang.server.register;

import guidang.server.rectification.ItemType;
import guidang.server.rectification.ItemWords;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One item as a sheet has it, in the one way in which each thing can be said:
/// days as `2026-03-01`, types and closings as words of the API. What is empty
/// is left out.
///
/// @param number
///            of the row, as a spreadsheet counts
record SheetRow(int number, Map<SheetColumn, String> cells) {
    /// Whether it is closed (销号).
    enum Closing {
        NO,
        /// A close-out request waits.
        REQUESTED,
        YES,
        VOID;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Closing of(String word) {
            return word.isEmpty() ? NO : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    SheetRow {
        Map<SheetColumn, String> filled = new EnumMap<>(SheetColumn.class);
        cells.forEach((column, cell) -> {
            if (!cell.isEmpty()) {
                filled.put(column, cell);
            }
        });
        cells = Collections.unmodifiableMap(filled);
    }

    /// Empty where nothing stands there.
    String cell(SheetColumn column) {
        return cells.getOrDefault(column, "");
    }

    ItemType type() {
        String word = cell(SheetColumn.TYPE);
        return Arrays.stream(ItemType.values()).filter(type -> type.word().equals(word)).findFirst()
                .orElse(ItemType.BY_DEADLINE);
    }

    @Nullable
    LocalDate day(SheetColumn column) {
        return Optional.of(cell(column)).filter(day -> !day.isEmpty()).map(LocalDate::parse).orElse(null);
    }

    Closing closing() {
        return Closing.of(cell(SheetColumn.CLOSED));
    }

    List<ProgressLine> progress() {
        return ProgressLine.read(cell(SheetColumn.PROGRESS));
    }

    ItemWords words() {
        return new ItemWords(1, cell(SheetColumn.PROBLEM), some(SheetColumn.ASPECT), some(SheetColumn.SOURCE),
                some(SheetColumn.MANIFESTATION), some(SheetColumn.GOAL), some(SheetColumn.MEASURES), some(SheetColumn.UNIT),
                some(SheetColumn.POST), some(SheetColumn.PERSON), some(SheetColumn.REMARKS), some(SheetColumn.EVIDENCE),
                some(SheetColumn.REVIEW));
    }

    /// The item with this row's cells in the columns that the sheet has.
    SheetRow over(Present present, Set<SheetColumn> head) {
        Map<SheetColumn, String> merged = new EnumMap<>(SheetColumn.class);
        merged.putAll(present.row().cells());
        head.forEach(column -> merged.put(column, cell(column)));
        return new SheetRow(number, merged);
    }

    @Nullable
    String some(SheetColumn column) {
        return cells.get(column);
    }
}
