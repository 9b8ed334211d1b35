package guidang.server.suggestions;

import static guidang.server.suggestions.OrganizationSuggestionTest.upload;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.filing.Obligation;
import guidang.server.filing.Obligation.State;
import guidang.server.suggestions.SlotSuggestion.Candidate;
import guidang.server.kernel.Code;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotSuggestionTest {
    private static final Obligation EXAM = owed("ZT-2026", "2026年度专题组织生活会", "SELF-EXAM", "班子对照检查材料", "2026", State.MISSING);
    private static final Obligation EXAM_2025 = owed("ZT-2025", "2025年度专题组织生活会", "SELF-EXAM", "班子对照检查材料", "2025",
            State.MISSING);
    private static final Obligation RECTIFY = owed("ZT-2026", "2026年度专题组织生活会", "RECTIFY", "整改方案/台账", "2026", State.MISSING);
    private static final Obligation OTHER_CODE = owed("ZT-2026", "2026年度专题组织生活会", "DZJC", "对照检查材料", "2026", State.MISSING);

    @Test
    void kindAndTitleTellTheDocumentAndThePeriod() {
        Candidate found = SlotSuggestion.of(upload("a.docx", null, "甲支部2026年度对照检查材料"), List.of(RECTIFY, EXAM_2025, EXAM))
                .orElseThrow();
        assertThat(found.owed()).isEqualTo(EXAM);
        assertThat(found.period().reasons()).contains("period-in-title");
        assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(found.campaign().reasons()).containsExactly("campaign-of-the-year");
    }

    @Test
    void theOnlyCampaignOfTheYearIsSure() {
        Candidate found = SlotSuggestion.of(upload("a.docx", null, "甲支部2026年度对照检查材料"), List.of(RECTIFY, EXAM)).orElseThrow();
        assertThat(found.owed()).isEqualTo(EXAM);
        assertThat(found.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void anotherYearInTheTitleSpeaksAgainst() {
        Candidate found = SlotSuggestion.of(upload("a.docx", null, "甲支部2024年度对照检查材料"), List.of(RECTIFY, EXAM)).orElseThrow();
        assertThat(found.confidence()).isEqualTo(Confidence.LOW);
        assertThat(found.reasons()).contains("period-differs");
    }

    @Test
    void otherCodesAreKnownByTheirNames() {
        assertThat(SlotSuggestion.of(upload("a.docx", null, "2026年度材料"), List.of(RECTIFY, OTHER_CODE)).orElseThrow().owed())
                .isEqualTo(OTHER_CODE);
    }

    @Test
    void whatIsDeliveredComesLastAndLessSure() {
        Obligation delivered = owed("ZT-2026", "2026年度专题组织生活会", "SELF-EXAM", "班子对照检查材料", "2026", State.DELIVERED);
        Candidate found = SlotSuggestion.of(upload("a.docx", null, "甲支部2026年度对照检查材料"), List.of(delivered, RECTIFY)).orElseThrow();
        assertThat(found.owed()).isEqualTo(delivered);
        assertThat(found.reasons()).contains("delivered-already");
        assertThat(found.confidence()).isLessThan(Confidence.HIGH);
    }

    @Test
    void whereNothingTellsTheDocumentNoneIsSuggestedUnlessOneIsOwed() {
        Obligation plan = owed("ZT-2026", "专题", "PLAN", "学习方案", "2026", State.MISSING);
        Obligation meeting = owed("ZT-2026", "专题", "MEETING", "会议情况报告", "2026", State.MISSING);
        assertThat(SlotSuggestion.of(upload("a.docx", null, "甲"), List.of(plan, meeting))).isEmpty();
        Candidate only = SlotSuggestion.of(upload("a.docx", null, "甲"), List.of(plan)).orElseThrow();
        assertThat(only.confidence()).isEqualTo(Confidence.LOW);
    }

    private static Obligation owed(String campaign, String campaignName, String type, String name, String period, State state) {
        return new Obligation(new Code(campaign), campaignName, new Code(type), name, period, LocalDate.of(2026, 12, 31), null,
                true,
                false,
                false, state, false, 30L, true, state.delivered() ? "r" : null, state.delivered() ? 1 : null, null);
    }
}
