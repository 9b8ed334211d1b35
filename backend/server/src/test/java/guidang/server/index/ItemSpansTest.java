package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.ItemSpans.Span;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.rectification.Item;
import guidang.server.rectification.ItemRecord;
import guidang.server.rectification.ItemRecords;
import guidang.server.rectification.ItemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An item's history becomes spans in which nothing changed.
class ItemSpansTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Code ORGANIZATION = new Code("B1");
    private static final OperationId ITEM = id("item");
    private static final StreamKey KEY = StreamKey.rectification(ORGANIZATION, ITEM);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Blobs.Ref WORDS = new Blobs.Ref("a".repeat(64), 100);

    private final List<JournalRecord> stream = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>(List.of(new Stay(0, START, "ROOT/B1/", "branch", 3)));

    private static OperationId id(String name) {
        return OperationId.of("zhang", "test", name);
    }

    /// Commit n is made n days after the start.
    private void at(long commit, ItemRecord fact) {
        NewRecord written = ItemRecords.write(KEY, fact);
        stream.add(new JournalRecord(commit, at(commit), commit, KEY, stream.size(), id("op" + commit), written.type(),
                written.data()));
    }

    private static Instant at(long commit) {
        return START.plusSeconds(86_400 * commit);
    }

    private List<Span> spans() {
        return new ItemSpans(ItemFold.of(Item.of(stream).orElseThrow(), ZONE), stays).all();
    }

    private void opened() {
        at(1, new ItemRecord.Opened(ITEM, 1, ORGANIZATION, new Code("ZT2026"), null, ItemType.BY_DEADLINE,
                LocalDate.parse("2026-03-31"), WORDS, START, "zhang", false, null, null));
    }

    private void progressed(long commit, @Nullable LocalDate on, ItemRecord.Evidence... evidence) {
        at(commit, new ItemRecord.Progressed(List.of(evidence), on, WORDS, at(commit), "zhang", false, null));
    }

    private static ItemRecord.Evidence evidence(@Nullable LocalDate on) {
        return new ItemRecord.Evidence("b".repeat(64), "c".repeat(64), 1, "image/jpeg", on, null);
    }

    private void requested(long commit, String request) {
        at(commit, new ItemRecord.CloseOutRequested(id(request), null, null, at(commit), "zhang", false));
    }

    @Test
    void whatChangesNothingBeginsNoSpan() {
        opened();
        progressed(2, null);
        progressed(3, null);
        at(4, new ItemRecord.Commented(null, WORDS, at(4), "zhang"));
        assertThat(spans()).extracting(Span::from).containsExactly(at(1), at(2));
        assertThat(spans()).extracting(Span::to).containsExactly(at(2), null);
        assertThat(spans()).extracting(span -> span.held().facts().state()).containsExactly("open", "in-progress");
    }

    @Test
    void countsAndDaysFollowTheSteps() {
        opened();
        progressed(2, LocalDate.parse("2026-03-02"), evidence(LocalDate.parse("2026-02-27")), evidence(null));
        progressed(3, null, evidence(null));
        requested(4, "r1");
        at(5, new ItemRecord.Returned(id("r1"), new Code("ROOT"), WORDS, at(5), "lin"));
        at(6, new ItemRecord.ExtensionRequested(id("e1"), LocalDate.parse("2026-04-30"), WORDS, at(6), "zhang", false));
        at(7, new ItemRecord.ExtensionGranted(id("e1"), new Code("ROOT"), LocalDate.parse("2026-04-15"), null, at(7), "lin"));
        requested(8, "r2");
        requested(9, "r3");
        at(10, new ItemRecord.Closed(id("r3"), new Code("ROOT"), null, null, at(10), "lin"));
        List<Span> spans = spans();
        assertThat(spans).extracting(span -> span.held().facts().state()).containsExactly("open", "in-progress", "in-progress",
                "close-out-requested", "returned", "returned", "returned", "close-out-requested", "close-out-requested",
                "closed");
        assertThat(spans.get(2).held().facts().evidenceOn()).containsExactly(LocalDate.parse("2026-02-27"),
                LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-04"));
        assertThat(spans.get(5).held().facts().extension()).isTrue();
        assertThat(spans.get(6).held().facts().due()).isEqualTo("2026-04-15");
        ItemFacts waiting = spans.get(8).held().facts();
        assertThat(waiting.since()).isEqualTo(at(8));
        assertThat(waiting.waitingSince()).isEqualTo(at(9));
        assertThat(waiting.request()).isEqualTo(id("r3").value());
        ItemFacts closed = spans.getLast().held().facts();
        assertThat(closed.closedAt()).isEqualTo(at(10));
        assertThat(closed.daysToClose()).isEqualTo(9);
        assertThat(closed.request()).isNull();
        assertThat(closed.returns()).isEqualTo(1);
        assertThat(closed.extensions()).isEqualTo(1);
        assertThat(closed.evidence()).isEqualTo(3);
    }

    @Test
    void whatWasClosedElsewhereHasThatDayAndNoDuration() {
        opened();
        requested(2, "r1");
        at(3, new ItemRecord.Closed(id("r1"), new Code("ROOT"), LocalDate.parse("2026-01-15"), null, at(3), "lin"));
        ItemFacts closed = spans().getLast().held().facts();
        assertThat(closed.closedAt()).isEqualTo(Instant.parse("2026-01-14T16:00:00Z"));
        assertThat(closed.daysToClose()).isNull();
        at(4, new ItemRecord.Reopened(new Code("ROOT"), null, WORDS, at(4), "lin"));
        ItemFacts reopened = spans().getLast().held().facts();
        assertThat(reopened.closedAt()).isNull();
        assertThat(reopened.due()).isNull();
        assertThat(reopened.reopenings()).isEqualTo(1);
    }

    @Test
    void aMoveOfItsOrganisationBeginsASpanAndALongerHistoryNeverFewer() {
        opened();
        stays.add(new Stay(3, at(3), "ROOT/P/B1/", "branch", 4));
        progressed(5, null);
        requested(7, "r1");
        assertThat(spans()).extracting(span -> span.held().then().path()).containsExactly("ROOT/B1/", "ROOT/P/B1/",
                "ROOT/P/B1/", "ROOT/P/B1/");
        List<JournalRecord> whole = List.copyOf(stream);
        List<Span> before = List.of();
        for (int n = 1; n <= whole.size(); n++) {
            stream.clear();
            stream.addAll(whole.subList(0, n));
            List<Span> now = spans();
            List<Span> ended = before.isEmpty() ? before : before.subList(0, before.size() - 1);
            assertThat(now.subList(0, before.size())).extracting(Span::from)
                    .containsExactlyElementsOf(before.stream().map(Span::from).toList());
            assertThat(ended.stream().filter(span -> !now.contains(span))).isEmpty();
            before = now;
        }
    }
}
