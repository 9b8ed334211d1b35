package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.query.ItemFigureIndex;
import guidang.server.statistics.ExportSheets.Sheet;
import guidang.server.statistics.RecurringProblems.InCampaign;
import guidang.server.statistics.RecurringProblems.Recurring;
import guidang.server.statistics.RegisterAspects.RegisterAspectCounts;
import guidang.server.statistics.RegisterFigures.RegisterCounts;
import guidang.server.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables of the rectification register as they leave the house.
@Component
final class RegisterExports {
    private static final List<String> FIGURES = List.of("items", "timed-items", "closed-items", "rectification", "ongoing",
            "ongoing-closed", "overdue", "due-soon", "close-outs-waiting", "extensions-waiting", "close-outs-returned",
            "median-days");

    private final RegisterTables tables;
    private final RecurringLists recurring;
    private final ItemFigureIndex figures;
    private final Questions questions;
    private final ExportSheets sheets;

    RegisterExports(RegisterTables tables, RecurringLists recurring, ItemFigureIndex figures, Questions questions,
            ExportSheets sheets) {
        this.tables = tables;
        this.recurring = recurring;
        this.figures = figures;
        this.questions = questions;
        this.sheets = sheets;
    }

    Mono<Table> table(Sheet sheet, Caller caller) {
        return switch (sheet.wanted().table()) {
            case "rectifications" -> tables.organizations(caller, sheet.asked()).map(answer -> organizations(sheet, answer));
            case "rectification-aspects" -> tables.aspects(caller, sheet.asked()).map(answer -> aspects(sheet, answer));
            default -> recurring(sheet, caller);
        };
    }

    private Table organizations(Sheet sheet, RegisterFigures answer) {
        Stream<List<@Nullable Object>> rows = answer.rows().stream()
                .map(row -> cells(List.of(row.organization(), row.name()), row.figures()));
        Stream<List<@Nullable Object>> total = Stream.of(cells(List.of("", sheets.word(sheet, "total")), answer.total()));
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(),
                sheets.head(sheet, Stream.of(Stream.of("code", "organization"), FIGURES.stream())),
                Flux.fromStream(Stream.concat(rows, total)));
    }

    private static List<@Nullable Object> cells(List<String> named, RegisterCounts f) {
        List<@Nullable Object> cells = new ArrayList<>(named);
        cells.addAll(Arrays.asList(f.items(), f.timed(), f.closed(), ExportSheets.rate(f.closed(), f.timed()), f.ongoing(),
                f.ongoingClosed(), f.overdue(), f.dueSoon(), f.waiting(), f.extensions(), f.returnedCloseOuts(), days(f)));
        return cells;
    }

    /// Whole, or a whole and a half.
    private static @Nullable String days(RegisterCounts f) {
        Double median = f.medianDays();
        return median == null ? null : median % 1 == 0 ? Long.toString(median.longValue()) : median.toString();
    }

    private Table aspects(Sheet sheet, RegisterAspects answer) {
        List<String> head = new ArrayList<>(sheets.head(sheet, Stream.of(Stream.of("code", "organization"))));
        answer.aspects().forEach(aspect -> Stream.of("items", "closed-items", "timed-items")
                .forEach(key -> head.add(aspect.name() + " " + sheets.word(sheet, key))));
        Stream<List<@Nullable Object>> rows = answer.rows().stream()
                .map(row -> counts(List.of(row.organization(), row.name()), row.cells()));
        Stream<List<@Nullable Object>> total = Stream.of(counts(List.of("", sheets.word(sheet, "total")),
                answer.aspects().stream().map(RegisterAspects.AspectOfItems::counts).toList()));
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(), head,
                Flux.fromStream(Stream.concat(rows, total)));
    }

    private static List<@Nullable Object> counts(List<String> named, List<RegisterAspectCounts> all) {
        List<@Nullable Object> cells = new ArrayList<>(named);
        all.forEach(counts -> cells.addAll(List.of(counts.items(), counts.closed(), counts.timed())));
        return cells;
    }

    private Mono<Table> recurring(Sheet sheet, Caller caller) {
        Question question = questions.ofContents(caller, sheet.asked());
        List<String> head = sheets.head(sheet,
                Stream.of(Stream.of("parent", "organization", "aspect", "campaigns", "items", "closed-of-all")));
        return figures.asOf(question.moment(), question.position()).map(asOf -> sheets.made(sheet, asOf, question.then(), head,
                recurring.all(caller, question, asOf).map(RegisterExports::row)));
    }

    private static List<@Nullable Object> row(Recurring each) {
        return Arrays.asList(each.parentName(), each.organizationName(), each.aspect(),
                each.campaigns().stream().map(InCampaign::campaignName).collect(Collectors.joining("、")),
                each.campaigns().stream().mapToLong(InCampaign::items).sum(),
                each.campaigns().stream().mapToLong(InCampaign::closed).sum());
    }
}
