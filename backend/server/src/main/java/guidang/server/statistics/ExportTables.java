package guidang.server.statistics;

import guidang.server.tables.Table;
import guidang.server.access.Caller;
import guidang.server.campaigns.Due;
import guidang.server.index.AsOf;
import guidang.server.index.FigureIndex;
import guidang.server.index.FiguresAnswer.Figures;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.statistics.SlotPage.SlotRow;
import guidang.server.web.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables of the API as they leave the house: with words instead of codes,
/// and a stamp.
@Component
final class ExportTables {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
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
    private final Texts texts;
    private final Due days;

    ExportTables(FigureTables tables, AspectController.AspectTables aspects, CurveController curves, SlotLists lists,
            FigureIndex figures, Questions questions, Texts texts, Due days) {
        this.tables = tables;
        this.aspects = aspects;
        this.curves = curves;
        this.lists = lists;
        this.figures = figures;
        this.questions = questions;
        this.texts = texts;
        this.days = days;
    }

    /// Which table, and what that one takes.
    record Wanted(String table, String by, String show, @Nullable Integer aspect, String sort) {}

    /// What is the same for all tables.
    private record Sheet(Asked asked, Wanted wanted, Locale locale) {}

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
            default -> throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("table"));
        };
    }

    private Table organizations(Sheet sheet, OrganizationFigures answer) {
        boolean compares = answer.before() != null;
        List<String> head = head(sheet, Stream.of(Stream.of("code", "organization"), FIGURES.stream(), UNITS.stream()));
        Stream<List<@Nullable Object>> rows = answer.rows().stream()
                .map(row -> cells(List.of(row.organization(), row.name()), row.figures(), true, row.before()));
        Stream<List<@Nullable Object>> total = Stream
                .of(cells(List.of("", word(sheet, "total")), answer.total(), true, answer.before()));
        return made(sheet, answer.asOf(), answer.excludesTransferred(), compared(sheet, head, compares),
                Flux.fromStream(Stream.concat(rows, total)));
    }

    private Table groups(Sheet sheet, GroupFigures answer) {
        boolean compares = answer.before() != null;
        boolean units = List.of("campaign", "type", "level").contains(answer.by());
        List<String> head = head(sheet, Stream.of(Stream.of("key", "name"), FIGURES.stream(),
                units ? UNITS.stream() : Stream.empty()));
        Stream<List<@Nullable Object>> rows = answer.rows().stream().map(row -> cells(List.of(row.key(),
                row.name() == null ? key(sheet, answer.by(), row.key()) : row.name()), row.figures(), units, row.before()));
        Stream<List<@Nullable Object>> total = Stream
                .of(cells(List.of("", word(sheet, "total")), answer.total(), units, answer.before()));
        return made(sheet, answer.asOf(), answer.excludesTransferred(), compared(sheet, head, compares),
                Flux.fromStream(Stream.concat(rows, total)));
    }

    private String key(Sheet sheet, String by, String key) {
        return key.equals("-") ? word(sheet, "unknown") : by.equals("type") ? word(sheet, "type." + key) : key;
    }

    /// The other campaign's submission stands beside.
    private List<String> compared(Sheet sheet, List<String> head, boolean compares) {
        List<String> all = new ArrayList<>(head);
        if (compares) {
            Stream.of("before-expected", "before-delivered", "before-submission").map(key -> word(sheet, key)).forEach(all::add);
        }
        return all;
    }

    private static List<@Nullable Object> cells(List<String> named, Figures f, boolean units, @Nullable Figures before) {
        List<@Nullable Object> cells = new ArrayList<>(named);
        cells.addAll(Arrays.asList(f.expected(), f.delivered(), rate(f.delivered(), f.expected()), f.expected() - f.delivered(),
                f.overdue(), f.onTime(), f.timed(), rate(f.onTime(), f.timed()), f.returned(), f.waiting(), f.accepted(),
                f.dateMissing(), f.exempted()));
        if (units) {
            cells.addAll(Arrays.asList(f.complete(), f.organizations(), rate(f.complete(), f.organizations())));
        }
        if (before != null) {
            cells.addAll(Arrays.asList(before.expected(), before.delivered(), rate(before.delivered(), before.expected())));
        }
        return cells;
    }

    /// Cut at 100 %, not rounded: 999 of 1000 must not read as all.
    private static String rate(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long tenths = Math.round(1000.0 * part / whole);
        long shown = part < whole ? Math.min(tenths, 999) : tenths;
        return shown / 10 + "." + shown % 10 + "%";
    }

    private Table matrix(Sheet sheet, MatrixFigures answer) {
        List<String> head = new ArrayList<>(head(sheet, Stream.of(Stream.of("code", "organization"))));
        for (MatrixFigures.DocumentColumn column : answer.documents()) {
            String name = column.name() + (column.period().equals("once") ? "" : " " + column.period());
            head.add(name + " " + word(sheet, "delivered"));
            head.add(name + " " + word(sheet, "expected"));
        }
        return made(sheet, answer.asOf(), answer.excludesTransferred(), head, Flux.fromIterable(answer.rows()).map(row -> {
            List<@Nullable Object> cells = new ArrayList<>(List.of(row.organization(), row.name()));
            row.cells().forEach(f -> cells.addAll(List.of(f.delivered(), f.expected())));
            return cells;
        }));
    }

    private Table aspects(Sheet sheet, AspectFigures answer) {
        List<String> head = head(sheet, Stream.of(Stream.of("aspect", "problems", "naming", "treating", "missing-reports",
                "before-problems")));
        return made(sheet, answer.asOf(), answer.excludesTransferred(), head,
                Flux.fromIterable(answer.aspects()).map(a -> Arrays.asList(a.name(), a.problems(), a.naming(), a.treating(),
                        a.missing(), a.problemsBefore())));
    }

    private Table curve(Sheet sheet, CurveFigures answer) {
        return made(sheet, answer.asOf(), answer.excludesTransferred(), head(sheet, Stream.of(Stream.of("day", "arrived"))),
                Flux.fromIterable(answer.curve().arrived()).map(day -> Arrays.asList(day.day().toString(), day.count())));
    }

    private Table returns(Sheet sheet, ReturnAges answer) {
        return made(sheet, answer.asOf(), answer.excludesTransferred(),
                head(sheet, Stream.of(Stream.of("from-days", "to-days", "returned"))),
                Flux.fromIterable(answer.ages()).map(age -> Arrays.asList(age.fromDays(), age.toDays(), age.returned())));
    }

    private Mono<Table> slots(Sheet sheet, Caller caller) {
        Question question = questions.of(caller, sheet.asked);
        Wanted wanted = sheet.wanted;
        var listed = SlotController.listed(question, wanted.show(), wanted.aspect(), wanted.sort());
        return figures.asOf(question.moment(), question.position()).map(asOf -> made(sheet, asOf, question.then(),
                head(sheet, Stream.of(SLOTS.stream())),
                lists.all(caller, question, listed, asOf).map(row -> slot(sheet, row))));
    }

    private List<@Nullable Object> slot(Sheet sheet, SlotRow row) {
        return Arrays.asList(row.parentName(), row.organization(), row.organizationName(), row.campaignName(), row.documentName(),
                row.period(), row.due() == null ? word(sheet, "date-missing") : row.due().toString(),
                word(sheet, "state." + row.state()), row.lateDays(), moment(row.arrival()), moment(row.since()),
                String.join("、", row.missingAspects()), row.placeholders(), row.report());
    }

    private @Nullable String moment(@Nullable Instant instant) {
        return instant == null ? null : MOMENT.format(instant.atZone(days.timeZone()));
    }

    private List<String> head(Sheet sheet, Stream<Stream<String>> keys) {
        return keys.flatMap(some -> some).map(key -> word(sheet, key)).toList();
    }

    private String word(Sheet sheet, String key) {
        return texts.text("export." + key, Map.of(), sheet.locale);
    }

    private Table made(Sheet sheet, AsOf asOf, boolean excludesTransferred, List<String> head,
            Flux<List<@Nullable Object>> rows) {
        Map<String, String> stamp = new LinkedHashMap<>();
        stamp.put(word(sheet, "as-of"), MOMENT.format(asOf.time().atZone(days.timeZone())) + " " + days.timeZone());
        stamp.put(word(sheet, "position"), Long.toString(asOf.position()));
        stamp.put(word(sheet, "query"), query(sheet));
        if (excludesTransferred) {
            stamp.put(word(sheet, "note"), word(sheet, "excludes-transferred"));
        }
        String title = word(sheet, "table." + sheet.wanted.table());
        String name = title + "-" + asOf.time().atZone(days.timeZone()).toLocalDate();
        return new Table(name, title, stamp, head, rows);
    }

    /// As it would be asked again.
    private static String query(Sheet sheet) {
        Asked asked = sheet.asked;
        Wanted wanted = sheet.wanted;
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("table", wanted.table());
        all.put("campaign", asked.campaign());
        all.put("parent", asked.parent());
        all.put("alone", asked.alone());
        all.put("asOf", asked.asOf());
        all.put("tree", asked.tree());
        all.put("documentType", asked.documentType());
        all.put("period", asked.period());
        all.put("month", asked.month());
        all.put("type", asked.type());
        all.put("level", asked.level());
        all.put("against", asked.against());
        all.put("by", wanted.table().equals("groups") ? wanted.by() : null);
        all.put("show", wanted.table().equals("slots") ? wanted.show() : null);
        all.put("aspect", wanted.aspect());
        return all.entrySet().stream().filter(e -> e.getValue() != null && !e.getValue().toString().isBlank())
                .map(e -> e.getKey() + "=" + e.getValue()).reduce((a, b) -> a + " " + b).orElse("");
    }
}
