package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.organizations.Organizations;
import guidang.server.query.ItemAspectIndex;
import guidang.server.query.ItemAspectIndex.AspectsOfItems;
import guidang.server.query.ItemFigureIndex;
import guidang.server.query.ItemsAnswer;
import guidang.server.query.ItemsAnswer.ItemFigures;
import guidang.server.statistics.RegisterAspects.AspectOfItems;
import guidang.server.statistics.RegisterAspects.RegisterAspectCounts;
import guidang.server.statistics.RegisterAspects.RegisterAspectRow;
import guidang.server.statistics.RegisterFigures.RegisterCounts;
import guidang.server.statistics.RegisterFigures.RegisterFiguresRow;
import guidang.server.statistics.Words.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Makes the tables of the rectification register.
@Component
final class RegisterTables {
    private final ItemFigureIndex figures;
    private final ItemAspectIndex aspects;
    private final Questions questions;
    private final AspectNames names;
    private final Words words;
    private final Organizations tree;

    RegisterTables(ItemFigureIndex figures, ItemAspectIndex aspects, Questions questions, AspectNames names, Words words,
            Organizations tree) {
        this.figures = figures;
        this.aspects = aspects;
        this.questions = questions;
        this.names = names;
        this.words = words;
        this.tree = tree;
    }

    Mono<RegisterFigures> organizations(Caller caller, Asked asked) {
        Question question = questions.of(caller, asked);
        return figures.asOf(question.moment(), question.position())
                .flatMap(asOf -> figures.figures(question.scope(), question.items(), question.levels(), asOf))
                .flatMap(answer -> named(question, answer));
    }

    private Mono<RegisterFigures> named(Question question, ItemsAnswer answer) {
        String below = question.filter().below();
        TreeMap<String, ItemFigures> rows = new TreeMap<>(answer.rows());
        return words.named(Stream.concat(Stream.ofNullable(below), rows.keySet().stream()).toList(), List.of()).map(named -> {
            Stream<RegisterFiguresRow> own = below == null || answer.own().isNone()
                    ? Stream.empty()
                    : Stream.of(row(below, 0, answer.own(), named));
            Stream<RegisterFiguresRow> others = rows.entrySet().stream()
                    .map(row -> row(row.getKey(), children(row.getKey()), row.getValue(), named));
            return new RegisterFigures(answer.asOf(), question.filter().campaign(), question.then(),
                    Stream.concat(own, others).toList(), RegisterCounts.of(answer.total()));
        });
    }

    private int children(String path) {
        return tree.children(Words.code(path)).size();
    }

    private static RegisterFiguresRow row(String path, int children, ItemFigures figures, Named named) {
        String code = Words.code(path).value();
        return new RegisterFiguresRow(code, named.organization(code), children, RegisterCounts.of(figures));
    }

    /// Within what the caller reads: an aspect is what somebody wrote.
    Mono<RegisterAspects> aspects(Caller caller, Asked asked) {
        Question question = questions.ofContents(caller, asked);
        return figures.asOf(question.moment(), question.position())
                .flatMap(asOf -> aspects.aspects(question.scope(), question.items(), question.levels(), asOf))
                .flatMap(answer -> Mono.zip(names.same(answer.campaigns(), answer.asOf().time()),
                        words.named(answer.rows().keySet(), List.of()),
                        (same, named) -> table(question, answer, same, named)));
    }

    private RegisterAspects table(Question question, AspectsOfItems answer, SameAspects same, Named named) {
        Map<String, List<String>> byAspect = answer.total().keySet().stream().sorted().collect(Collectors.groupingBy(same::of));
        List<AspectOfItems> columns = byAspect.values().stream()
                .map(all -> new AspectOfItems(same.name(all.getFirst()), all, sum(answer.total(), all)))
                .sorted(Comparator.comparing(AspectOfItems::name)).toList();
        String below = question.filter().below();
        List<RegisterAspectRow> rows = new TreeSet<>(answer.rows().keySet()).stream()
                .map(path -> row(path, path.equals(below), columns, answer.rows().get(path), named)).toList();
        return new RegisterAspects(answer.asOf(), question.then(), columns, rows, answer.all().items());
    }

    private RegisterAspectRow row(String path, boolean own, List<AspectOfItems> columns, @Nullable Map<String, ItemFigures> cells,
            Named named) {
        String code = Words.code(path).value();
        Map<String, ItemFigures> known = cells == null ? Map.of() : cells;
        return new RegisterAspectRow(code, named.organization(code), own ? 0 : children(path),
                columns.stream().map(column -> sum(known, column.names())).toList());
    }

    private static RegisterAspectCounts sum(Map<String, ItemFigures> cells, List<String> names) {
        return names.stream().flatMap(name -> Stream.ofNullable(cells.get(name)))
                .map(f -> new RegisterAspectCounts(f.items(), f.timed(), f.closed(), f.overdue()))
                .reduce(RegisterAspectCounts.NONE, RegisterAspectCounts::plus);
    }
}
