package guidang.server.index;

import guidang.server.index.ItemFacts.Said;
import guidang.server.rectification.Item;
import guidang.server.rectification.Item.Step;
import guidang.server.rectification.ItemRecord;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.ItemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is true of an item after each of its steps.
final class ItemFold {
    private final ZoneId zone;
    private final Instant openedAt;
    private ItemState state = ItemState.OPEN;
    private Instant since;
    private ItemType type;
    private @Nullable LocalDate due;
    private Said words;
    private @Nullable Instant closedAt;
    private @Nullable Integer daysToClose;
    private @Nullable String request;
    private @Nullable Instant waitingSince;
    private boolean extension;
    private int extensions;
    private int returns;
    private int reopenings;
    private final List<LocalDate> evidenceOn = new ArrayList<>();

    private ItemFold(Item item, ZoneId zone) {
        Step first = item.steps().getFirst();
        this.zone = zone;
        this.openedAt = first.record().committedAt();
        this.since = openedAt;
        this.type = item.opened().type();
        this.due = item.opened().due();
        this.words = said(first);
    }

    /// By commit, in order; of several steps in one commit, after the last.
    static SequencedMap<Long, ItemSpans.Moment> of(Item item, ZoneId zone) {
        ItemFold fold = new ItemFold(item, zone);
        SequencedMap<Long, ItemSpans.Moment> all = new TreeMap<>();
        item.steps().forEach(step -> {
            fold.add(step);
            all.put(step.record().commit(), new ItemSpans.Moment(step.record().committedAt(), fold.facts()));
        });
        return all;
    }

    private static Said said(Step step) {
        return new Said(step.record().operation(), Objects.requireNonNull(step.fact().details()));
    }

    private ItemFacts facts() {
        return new ItemFacts(type.word(), state.word(), since, openedAt, closedAt, due, request, waitingSince, extension,
                extensions, returns, reopenings, evidenceOn.size(), evidenceOn, daysToClose, words);
    }

    private void add(Step step) {
        Instant at = step.record().committedAt();
        since = step.state() == state ? since : at;
        state = step.state();
        if (state != ItemState.CLOSE_OUT_REQUESTED) {
            request = null;
            waitingSince = null;
        }
        if (state != ItemState.CLOSED) {
            closedAt = null;
            daysToClose = null;
        }
        extension &= state.isUnsettled();
        take(step, at);
    }

    private void take(Step step, Instant at) {
        switch (step.fact()) {
            case ItemRecord.Edited _ -> words = said(step);
            case ItemRecord.Reclassified by -> {
                type = by.type();
                due = by.due();
            }
            case ItemRecord.Progressed by -> by.evidence().forEach(file -> evidenceOn.add(on(file, by)));
            case ItemRecord.CloseOutRequested by -> {
                request = by.request().value();
                waitingSince = at;
            }
            case ItemRecord.Closed by -> close(by, at);
            case ItemRecord.Returned _ -> returns++;
            case ItemRecord.ExtensionRequested _ -> extension = true;
            case ItemRecord.ExtensionGranted by -> {
                due = by.due();
                extension = false;
                extensions++;
            }
            case ItemRecord.ExtensionRefused _ -> extension = false;
            case ItemRecord.Reopened by -> {
                due = by.due();
                reopenings++;
            }
            case ItemRecord.Opened _,ItemRecord.Commented _,ItemRecord.CloseOutWithdrawn _,ItemRecord.Reviewed _,ItemRecord.Voided _ -> {
                // The state says it all.
            }
        }
    }

    private LocalDate on(ItemRecord.Evidence file, ItemRecord.Progressed step) {
        LocalDate said = file.on() == null ? step.on() : file.on();
        return said == null ? day(step.receivedAt()) : said;
    }

    /// How long it took elsewhere, nobody knows.
    private void close(ItemRecord.Closed by, Instant at) {
        LocalDate dated = by.dated();
        closedAt = dated == null ? at : dated.atStartOfDay(zone).toInstant();
        daysToClose = dated == null ? Math.toIntExact(ChronoUnit.DAYS.between(day(openedAt), day(at))) : null;
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }
}
