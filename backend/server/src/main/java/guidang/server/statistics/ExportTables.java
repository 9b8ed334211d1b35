package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.FigureIndex;
import guidang.server.query.FiguresAnswer.Figures;
import guidang.server.statistics.ExportSheets.Sheet;
import guidang.server.statistics.ExportSheets.Wanted;
import guidang.server.statistics.SlotPage.SlotRow;
import guidang.server.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables of the API as they leave the house: with words instead of codes,
/// and a stamp.
@Component
final class ExportTables {
    private static final List<String> FIGURES = List.of("expected", "delivered", "submission", "missing", "overdue", "on-time",
            "timed", "timeliness", "returned", "waiting", "accepted", "date-missing", "exempted");
    private static final List<String> UNITS = List.of("complete", "organizations", "completeness");
    private static final List<String> SLOTS = List.of("parent", "code", "organization", "campaign", "document", "period", "due",
            "state", "late", "arrival", "since", "missing-aspects", "placeholders", "report");

    private final FigureTables tables;
    private final AspectController.AspectTables aspects;
    private final CurveController curves;
    private final SlotLists lists;
    private final FigureIndex figures;
    private final Questions questions;
    private final RegisterExports register;
    private final ExportSheets sheets;

    ExportTables(FigureTables tables, AspectController.AspectTables aspects, CurveController curves, SlotLists lists,
            FigureIndex figures, Questions questions, RegisterExports register, ExportSheets sheets) {
        this.tables = tables;
        this.aspects = aspects;
        this.curves = curves;
        this.lists = lists;
        this.figures = figures;
        this.questions = questions;
        this.register = register;
        this.sheets = sheets;
    }

    Mono<Table> table(Caller caller, Asked asked, Wanted wanted, Locale locale) {
        Sheet sheet = new Sheet(asked, wanted, locale);
        return switch (wanted.table()) {
            case "organizations" -> tables.organizations(caller, asked).map(answer -> organizations(sheet, answer));
            case "groups" ->
                tables.groups(caller, asked, StatisticsController.by(wanted.by())).map(answer -> groups(sheet, answer));
            case "matrix" -> tables.matrix(caller, asked).map(answer -> matrix(sheet, answer));
            case "aspects" -> aspects.aspects(caller, asked).map(answer -> aspects(sheet, answer));
            case "curve" -> curves.curve(caller, asked).map(answer -> curve(sheet, answer));
            case "returns" -> curves.returns(caller, asked).map(answer -> returns(sheet, answer));
            case "slots" -> slots(sheet, caller);
            case "rectifications", "rectification-aspects", "rectification-recurring" -> register.table(sheet, caller);
            default -> throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("table"));
        };
    }

    /// How many rows there will be, in the order of things; -1 where nobody knows
    /// before the table is made.
    Mono<Long> rows(Caller caller, Asked asked, Wanted wanted) {
        if (!wanted.table().equals("slots")) {
            return Mono.just(-1L);
        }
        Question question = questions.of(caller, asked);
        return lists
                .page(caller, question, SlotController.listed(question, wanted.show(), wanted.aspect(), wanted.sort()), null, 1)
                .map(SlotPage::total);
    }

    private Table organizations(Sheet sheet, OrganizationFigures answer) {
        boolean compares = answer.before() != null;
        List<String> head = sheets.head(sheet, Stream.of(Stream.of("code", "organization"), FIGURES.stream(), UNITS.stream()));
        Stream<List<@Nullable Object>> rows = answer.rows().stream()
                .map(row -> cells(List.of(row.organization(), row.name()), row.figures(), true, row.before()));
        Stream<List<@Nullable Object>> total = Stream
                .of(cells(List.of("", sheets.word(sheet, "total")), answer.total(), true, answer.before()));
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(), compared(sheet, head, compares),
                Flux.fromStream(Stream.concat(rows, total)));
    }

    private Table groups(Sheet sheet, GroupFigures answer) {
        boolean compares = answer.before() != null;
        boolean units = List.of("campaign", "type", "level").contains(answer.by());
        List<String> head = sheets.head(sheet, Stream.of(Stream.of("key", "name"), FIGURES.stream(),
                units ? UNITS.stream() : Stream.empty()));
        Stream<List<@Nullable Object>> rows = answer.rows().stream().map(row -> cells(List.of(row.key(),
                row.name() == null ? key(sheet, answer.by(), row.key()) : row.name()), row.figures(), units, row.before()));
        Stream<List<@Nullable Object>> total = Stream
                .of(cells(List.of("", sheets.word(sheet, "total")), answer.total(), units, answer.before()));
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(), compared(sheet, head, compares),
                Flux.fromStream(Stream.concat(rows, total)));
    }

    private String key(Sheet sheet, String by, String key) {
        return key.equals("-") ? sheets.word(sheet, "unknown") : by.equals("type") ? sheets.word(sheet, "type." + key) : key;
    }

    /// The other campaign's submission stands beside.
    private List<String> compared(Sheet sheet, List<String> head, boolean compares) {
        List<String> all = new ArrayList<>(head);
        if (compares) {
            Stream.of("before-expected", "before-delivered", "before-submission").map(key -> sheets.word(sheet, key))
                    .forEach(all::add);
        }
        return all;
    }

    private static List<@Nullable Object> cells(List<String> named, Figures f, boolean units, @Nullable Figures before) {
        List<@Nullable Object> cells = new ArrayList<>(named);
        cells.addAll(Arrays.asList(f.expected(), f.delivered(), ExportSheets.rate(f.delivered(), f.expected()),
                f.expected() - f.delivered(),
                f.overdue(), f.onTime(), f.timed(), ExportSheets.rate(f.onTime(), f.timed()), f.returned(), f.waiting(),
                f.accepted(),
                f.dateMissing(), f.exempted()));
        if (units) {
            cells.addAll(Arrays.asList(f.complete(), f.organizations(), ExportSheets.rate(f.complete(), f.organizations())));
        }
        if (before != null) {
            cells.addAll(Arrays.asList(before.expected(), before.delivered(),
                    ExportSheets.rate(before.delivered(), before.expected())));
        }
        return cells;
    }

    private Table matrix(Sheet sheet, MatrixFigures answer) {
        List<String> head = new ArrayList<>(sheets.head(sheet, Stream.of(Stream.of("code", "organization"))));
        for (MatrixFigures.DocumentColumn column : answer.documents()) {
            String name = column.name() + (column.period().equals("once") ? "" : " " + column.period());
            head.add(name + " " + sheets.word(sheet, "delivered"));
            head.add(name + " " + sheets.word(sheet, "expected"));
        }
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(), head, Flux.fromIterable(answer.rows()).map(row -> {
            List<@Nullable Object> cells = new ArrayList<>(List.of(row.organization(), row.name()));
            row.cells().forEach(f -> cells.addAll(List.of(f.delivered(), f.expected())));
            return cells;
        }));
    }

    private Table aspects(Sheet sheet, AspectFigures answer) {
        List<String> head = sheets.head(sheet, Stream.of(Stream.of("aspect", "problems", "naming", "treating", "missing-reports",
                "before-problems")));
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(), head,
                Flux.fromIterable(answer.aspects()).map(a -> Arrays.asList(a.name(), a.problems(), a.naming(), a.treating(),
                        a.missing(), a.problemsBefore())));
    }

    private Table curve(Sheet sheet, CurveFigures answer) {
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(),
                sheets.head(sheet, Stream.of(Stream.of("day", "arrived"))),
                Flux.fromIterable(answer.curve().arrived()).map(day -> Arrays.asList(day.day().toString(), day.count())));
    }

    private Table returns(Sheet sheet, ReturnAges answer) {
        return sheets.made(sheet, answer.asOf(), answer.excludesTransferred(),
                sheets.head(sheet, Stream.of(Stream.of("from-days", "to-days", "returned"))),
                Flux.fromIterable(answer.ages()).map(age -> Arrays.asList(age.fromDays(), age.toDays(), age.returned())));
    }

    private Mono<Table> slots(Sheet sheet, Caller caller) {
        Question question = questions.of(caller, sheet.asked());
        Wanted wanted = sheet.wanted();
        var listed = SlotController.listed(question, wanted.show(), wanted.aspect(), wanted.sort());
        return figures.asOf(question.moment(), question.position()).map(asOf -> sheets.made(sheet, asOf, question.then(),
                sheets.head(sheet, Stream.of(SLOTS.stream())),
                lists.all(caller, question, listed, asOf).map(row -> slot(sheet, row))));
    }

    private List<@Nullable Object> slot(Sheet sheet, SlotRow row) {
        return Arrays.asList(row.parentName(), row.organization(), row.organizationName(), row.campaignName(), row.documentName(),
                row.period(), row.due() == null ? sheets.word(sheet, "date-missing") : row.due().toString(),
                sheets.word(sheet, "state." + row.state()), row.lateDays(), sheets.moment(row.arrival()),
                sheets.moment(row.since()),
                String.join("、", row.missingAspects()), row.placeholders(), row.report());
    }
}
