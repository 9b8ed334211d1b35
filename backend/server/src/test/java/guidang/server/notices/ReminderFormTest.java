package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.notices.ReminderForm.ReminderItem;
import guidang.server.notices.ReminderForm.ReminderSlot;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReminderFormTest {
    private static final ReminderSlot SLOT = new ReminderSlot(new Code("B1"), new Code("PLAN"), null);

    private static ReminderForm form(@Nullable List<@Nullable ReminderSlot> slots, @Nullable String words) {
        return new ReminderForm(new Code("ZT"), slots, null, words);
    }

    private static void refused(ReminderForm form, String field) {
        assertThatThrownBy(form::checked).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.arguments()).containsEntry("fields", List.of(field)));
    }

    @Test
    void aSlotIsAskedForOnceAndOnceWithoutAPeriodIsOnce() {
        ReminderForm.Checked checked = form(List.of(SLOT, SLOT, new ReminderSlot(new Code("B1"), new Code("PLAN"), Period.ONCE)),
                "  ").checked();
        assertThat(checked.slots()).singleElement()
                .isEqualTo(new SlotKey(new Code("ZT"), new Code("B1"), new Code("PLAN"), Period.ONCE));
        assertThat(checked.words()).isNull();
    }

    @Test
    void theLimitsHold() {
        assertThat(form(Collections.nCopies(500, SLOT), "字".repeat(500)).checked().words()).hasSize(500);
        refused(form(Collections.nCopies(501, SLOT), null), "slots");
        refused(form(List.of(), null), "slots");
        refused(form(null, null), "slots");
        refused(form(Collections.singletonList(null), null), "slots");
        refused(form(List.of(new ReminderSlot(null, new Code("PLAN"), null)), null), "slots");
        refused(form(List.of(SLOT), "字".repeat(501)), "words");
        refused(form(List.of(SLOT), "a\u0000b"), "words");
        refused(new ReminderForm(null, List.of(SLOT), null, null), "campaign");
    }

    @Test
    void itemsAloneNeedNoCampaign() {
        ReminderItem item = new ReminderItem(new Code("B1"), "a".repeat(32));
        ReminderForm.Checked checked = new ReminderForm(null, null, List.of(item, item), "快").checked();
        assertThat(checked.slots()).isEmpty();
        assertThat(checked.rectifications()).hasSize(1);
        refused(new ReminderForm(null, null, List.of(), null), "rectifications");
        refused(new ReminderForm(null, null, Collections.nCopies(501, item), null), "rectifications");
        refused(new ReminderForm(null, null, List.of(new ReminderItem(new Code("B1"), "x")), null), "rectifications");
        refused(new ReminderForm(null, List.of(SLOT), List.of(item), null), "campaign");
        refused(new ReminderForm(null, null, null, null), "campaign");
    }

    @Test
    void anAddressIsOneAddress() {
        assertThat(List.of("a@b.cn", "zuzhi.bu+1@gov.example.cn", "x@localhost")).allMatch(Addresses::isOne);
        assertThat(List.of("", "a", "@b.cn", "a@", "a@b..cn", "a b@c.cn", "a@b.cn,c@d.cn", "a@b.cn\r\nBcc: c@d.cn", "<a@b.cn>",
                "张@b.cn", "a@-b.cn", "a".repeat(65) + "@b.cn", "a@" + "b".repeat(260))).noneMatch(Addresses::isOne);
    }
}
