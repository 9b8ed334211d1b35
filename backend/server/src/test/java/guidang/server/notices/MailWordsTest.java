package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.notices.ItemReminder.OwedItem;
import guidang.server.notices.ItemsTold.Kind;
import guidang.server.web.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailWordsTest {
    private final MailWords words = new MailWords(new Texts());

    private static Outgoing message(Kind kind, long count) {
        ItemReminder of = OutboxTest.ITEMS;
        OwedItem first = of.items().getFirst();
        OwedItem undated = new OwedItem(first.organization(), first.item(), 4, first.campaign(), first.campaignName(), null,
                false);
        return Outgoing.of("b".repeat(32), "mail", "B1", new ItemReminder(of.organization(), kind == Kind.REMINDER
                ? of.from()
                : null, of.at(), kind, count, List.of(first, undated), kind == Kind.REMINDER ? "请抓紧" : null));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void itemsAreToldByTheirNumbers(Kind kind) {
        Outgoing message = message(kind, 2);
        assertThat(words.subject(message)).contains("第一支部", "2 项").doesNotContain("{", "mail.");
        assertThat(words.text(message)).contains("专题", "第 3 项", "第 4 项").doesNotContain("{", "mail.", "–", "…");
        assertThat(words.text(message(kind, 30))).contains("…");
    }

    @Test
    void whatIsOverdueIsSaidToBe() {
        assertThat(words.text(message(Kind.DUE, 2))).contains("时限 2026-03-30，已逾期").doesNotContain("提醒，请");
        assertThat(words.text(message(Kind.REMINDER, 2))).contains("第一党委提醒", "请抓紧");
        assertThat(words.text(Outgoing.of("b".repeat(32), "mail", "B1", OutboxTest.REMINDER))).contains("班子对照检查材料");
    }
}
