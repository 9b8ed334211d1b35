package guidang.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.ItemWords;
import guidang.server.register.SheetStep.Kind;
import guidang.server.register.SheetStep.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetStepTest {
    private static final Place PLACE = new Place(new Code("B1"), new Code("ZT"));
    private static final OperationId ITEM = OperationId.of("item", "x", "1");
    private static final ItemWords WORDS = new ItemWords(1, "甲", null, null, null, null, null, "支部", null, null, "旧", "会议记录",
            null);

    private static SheetRow row(SheetColumn column, String cell, SheetColumn other, String otherCell) {
        return new SheetRow(2, Map.of(SheetColumn.PROBLEM, "甲", column, cell, other, otherCell));
    }

    private static Present present(ItemState state) {
        Map<SheetColumn, String> cells = new EnumMap<>(Map.of(SheetColumn.PROBLEM, "甲", SheetColumn.SOURCE, "报告的题名",
                SheetColumn.UNIT, "支部", SheetColumn.REMARKS, "旧", SheetColumn.EVIDENCE, "2026-03-01 照片.jpg\n会议记录"));
        return new Present(ITEM, state, WORDS, 0, List.of(), new SheetRow(1, cells));
    }

    private static SheetStep step(SheetRow row, Set<SheetColumn> head) {
        List<SheetFault> faults = new ArrayList<>();
        SheetStep step = new Comparing(new ImportPlan.Placed(row, PLACE), present(ItemState.OPEN), head, false, faults).step()
                .orElseThrow();
        assertThat(faults).isEmpty();
        return step;
    }

    @Test
    void columnsThatASheetDoesNotHaveStay() {
        SheetStep step = step(row(SheetColumn.REMARKS, "新", SheetColumn.UNIT, "支部"),
                Set.of(SheetColumn.PROBLEM, SheetColumn.REMARKS, SheetColumn.UNIT));
        assertThat(step.kind()).isEqualTo(Kind.CHANGED);
        assertThat(step.words(Set.of(SheetColumn.PROBLEM, SheetColumn.REMARKS, SheetColumn.UNIT)))
                .contains(new ItemWords(1, "甲", null, null, null, null, null, "支部", null, null, "新", "会议记录", null));
    }

    @Test
    void anEmptyCellOfAColumnThatItHasTakesItsWordsAway() {
        Set<SheetColumn> head = Set.of(SheetColumn.PROBLEM, SheetColumn.REMARKS, SheetColumn.UNIT);
        assertThat(step(row(SheetColumn.REMARKS, "", SheetColumn.UNIT, "支部"), head).words(head).orElseThrow().remarks()).isNull();
    }

    @Test
    void theTitleOfTheReportIsNoSourceOfItsOwnAndFilesAreNoWords() {
        Set<SheetColumn> head = Set.of(SheetColumn.PROBLEM, SheetColumn.SOURCE, SheetColumn.EVIDENCE);
        SheetStep same = step(row(SheetColumn.SOURCE, "报告的题名", SheetColumn.EVIDENCE, "2026-03-01 照片.jpg\n会议记录"), head);
        assertThat(same.kind()).isEqualTo(Kind.UNCHANGED);
        ItemWords more = step(row(SheetColumn.SOURCE, "报告的题名", SheetColumn.EVIDENCE, "2026-03-01 照片.jpg\n会议记录\n签到表"), head)
                .words(head).orElseThrow();
        assertThat(more.source()).isNull();
        assertThat(more.evidence()).isEqualTo("会议记录\n签到表");
    }

    @Test
    void theSameProblemIsTheSameItemWhateverItsSpaces() {
        SheetRow row = new SheetRow(2, Map.of(SheetColumn.PROBLEM, "甲 "));
        SheetReading reading = new SheetReading(1, Map.of(SheetColumn.PROBLEM, 0), Map.of(), List.of(row), List.of(), "");
        ImportPlan plan = ImportPlan.of(reading, List.of(new ImportPlan.Placed(row, PLACE)), List.of(),
                Map.of(PLACE, List.of(present(ItemState.OPEN))), Set.of());
        assertThat(plan.steps()).extracting(SheetStep::was).doesNotContainNull();
    }

    @Test
    void wordsThatNobodyReadsAreNotWrittenAnew() {
        List<SheetFault> faults = new ArrayList<>();
        Present sealed = new Present(ITEM, ItemState.OPEN, null, 0, List.of(), new SheetRow(1, Map.of()));
        assertThat(new Comparing(new ImportPlan.Placed(new SheetRow(2, Map.of(SheetColumn.PROBLEM, "甲")), PLACE), sealed,
                Set.of(SheetColumn.PROBLEM), true, faults).step()).isEmpty();
        assertThat(faults).extracting(SheetFault::kind).containsExactly("words-gone");
    }
}
