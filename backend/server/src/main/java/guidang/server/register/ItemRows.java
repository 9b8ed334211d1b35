package guidang.server.register;

import static guidang.server.register.SheetColumn.ASPECT;
import static guidang.server.register.SheetColumn.CLOSED;
import static guidang.server.register.SheetColumn.CLOSED_ON;
import static guidang.server.register.SheetColumn.COMPLETED;
import static guidang.server.register.SheetColumn.DUE;
import static guidang.server.register.SheetColumn.EVIDENCE;
import static guidang.server.register.SheetColumn.GOAL;
import static guidang.server.register.SheetColumn.ITEM;
import static guidang.server.register.SheetColumn.MANIFESTATION;
import static guidang.server.register.SheetColumn.MEASURES;
import static guidang.server.register.SheetColumn.NUMBER;
import static guidang.server.register.SheetColumn.PERSON;
import static guidang.server.register.SheetColumn.POST;
import static guidang.server.register.SheetColumn.PROBLEM;
import static guidang.server.register.SheetColumn.PROGRESS;
import static guidang.server.register.SheetColumn.REMARKS;
import static guidang.server.register.SheetColumn.REVIEW;
import static guidang.server.register.SheetColumn.SOURCE;
import static guidang.server.register.SheetColumn.TYPE;
import static guidang.server.register.SheetColumn.UNIT;

import guidang.server.campaigns.Due;
import guidang.server.filing.Reason;
import guidang.server.rectification.Item;
import guidang.server.rectification.Item.Step;
import guidang.server.rectification.ItemRecord;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.ItemWords;
import guidang.server.rectification.Items;
import guidang.server.rectification.ProgressWords;
import guidang.server.register.SheetRow.Closing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Items as a sheet has them, from the journal and the blobs.
@Component
class ItemRows {
    private final Items items;
    private final SourceTitles titles;
    private final Due days;

    ItemRows(Items items, SourceTitles titles, Due days) {
        this.items = items;
        this.titles = titles;
        this.days = days;
    }

    /// What was done, and with which files.
    private record Done(List<ProgressLine> lines, List<String> evidence) {}

    /// The item as a row. Where nobody reads its words there are none.
    Mono<Present> present(Item item) {
        return items.words(item).flatMap(words -> Mono.zip(done(item), reviews(item), titles.source(item, words))
                .map(all -> row(item, words, all.getT1(), all.getT2(), all.getT3())))
                .switchIfEmpty(Mono.fromSupplier(() -> new Present(item.id(), item.state(), null, position(item), List.of(),
                        new SheetRow(item.opened().number(), plain(item)))));
    }

    private Present row(Item item, ItemWords words, Done done, List<String> reviews, String source) {
        Map<SheetColumn, String> cells = plain(item);
        put(cells, SOURCE, source);
        put(cells, PROBLEM, words.problem());
        put(cells, ASPECT, words.aspect());
        put(cells, MANIFESTATION, words.manifestation());
        put(cells, GOAL, words.goal());
        put(cells, MEASURES, words.measures());
        put(cells, UNIT, words.unit());
        put(cells, POST, words.post());
        put(cells, PERSON, words.person());
        put(cells, PROGRESS, ProgressLine.cell(done.lines));
        put(cells, EVIDENCE, lines(done.evidence, words.evidence()));
        put(cells, REVIEW, lines(reviews, words.review()));
        put(cells, REMARKS, words.remarks());
        return new Present(item.id(), item.state(), words, position(item), done.lines,
                new SheetRow(item.opened().number(), cells));
    }

    private static int position(Item item) {
        return item.words().record().position();
    }

    private static void put(Map<SheetColumn, String> cells, SheetColumn column, @Nullable String words) {
        cells.put(column, words == null ? "" : SheetCells.clean(column, words));
    }

    static String lines(List<String> ours, @Nullable String theirs) {
        return Stream.concat(ours.stream(), Stream.ofNullable(theirs)).collect(Collectors.joining("\n"));
    }

    /// What the records say without words.
    private Map<SheetColumn, String> plain(Item item) {
        Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
        cells.put(NUMBER, Integer.toString(item.opened().number()));
        cells.put(TYPE, item.type().word());
        cells.put(DUE, item.due() == null ? "" : item.due().toString());
        cells.put(CLOSED, closing(item.state()).map(Closing::word).orElse(""));
        cells.put(ITEM, item.id().value());
        if (item.state() == ItemState.CLOSED || item.state() == ItemState.CLOSE_OUT_REQUESTED) {
            item.steps().forEach(step -> closing(step, cells));
        }
        return cells;
    }

    private static Optional<Closing> closing(ItemState state) {
        return Optional.ofNullable(switch (state) {
            case OPEN, IN_PROGRESS, RETURNED -> null;
            case CLOSE_OUT_REQUESTED -> Closing.REQUESTED;
            case CLOSED -> Closing.YES;
            case VOID -> Closing.VOID;
        });
    }

    /// The last request and the last closing count.
    private void closing(Step step, Map<SheetColumn, String> cells) {
        switch (step.fact()) {
            case ItemRecord.CloseOutRequested by -> {
                cells.put(COMPLETED, by.completed() == null ? "" : by.completed().toString());
                cells.put(CLOSED_ON, "");
            }
            case ItemRecord.Closed by -> cells.put(CLOSED_ON, day(by.dated(), by.receivedAt()));
            default -> {
                // It says nothing of closing.
            }
        }
    }

    private String day(@Nullable LocalDate said, Instant otherwise) {
        return (said == null ? otherwise.atZone(days.timeZone()).toLocalDate() : said).toString();
    }

    private Mono<Done> done(Item item) {
        return Flux.fromIterable(item.steps()).filter(step -> step.fact() instanceof ItemRecord.Progressed)
                .concatMap(step -> items.progress(step).map(words -> done((ItemRecord.Progressed) step.fact(), words)))
                .collectList().map(ItemRows::joined);
    }

    private Done done(ItemRecord.Progressed fact, ProgressWords words) {
        String said = words.words();
        LocalDate on = LocalDate.parse(day(fact.on(), fact.receivedAt()));
        List<String> evidence = new ArrayList<>();
        for (int i = 0; i < Math.min(fact.evidence().size(), words.fileNames().size()); i++) {
            LocalDate shown = fact.evidence().get(i).on();
            evidence.add(day(shown == null ? fact.on() : shown, fact.receivedAt()) + " " + words.fileNames().get(i));
        }
        return new Done(said == null ? List.of() : List.of(new ProgressLine(on, said)), evidence);
    }

    private static Done joined(List<Done> all) {
        return new Done(all.stream().flatMap(done -> done.lines.stream()).toList(),
                all.stream().flatMap(done -> done.evidence.stream()).toList());
    }

    /// What follow-up reviews (回头看) found.
    private Mono<List<String>> reviews(Item item) {
        return Flux.fromIterable(item.steps())
                .filter(step -> step.fact() instanceof ItemRecord.Reviewed || step.fact() instanceof ItemRecord.Reopened)
                .concatMap(step -> items.reason(step).map(Reason::reason)).collectList();
    }
}
