package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.organizations.Organizations;
import guidang.server.query.AsOf;
import guidang.server.query.By;
import guidang.server.query.FigureIndex;
import guidang.server.query.FiguresAnswer;
import guidang.server.query.FiguresAnswer.Figures;
import guidang.server.statistics.GroupFigures.GroupRow;
import guidang.server.statistics.MatrixFigures.DocumentColumn;
import guidang.server.statistics.MatrixFigures.MatrixRow;
import guidang.server.statistics.OrganizationFigures.OrganizationRow;
import guidang.server.statistics.Words.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Makes the tables of figures. Two campaigns are counted as of one moment.
@Component
final class FigureTables {
    private final FigureIndex figures;
    private final Questions questions;
    private final Words words;
    private final Organizations tree;

    FigureTables(FigureIndex figures, Questions questions, Words words, Organizations tree) {
        this.figures = figures;
        this.questions = questions;
        this.words = words;
        this.tree = tree;
    }

    /// A campaign, and the one beside it where one was asked for.
    private record Both(FiguresAnswer now, @Nullable FiguresAnswer before) {
        @Nullable
        Figures before(String key) {
            return before == null ? null : before.rows().getOrDefault(key, Figures.NONE);
        }

        @Nullable
        Figures totalBefore() {
            return before == null ? null : before.total();
        }

        Set<String> keys() {
            TreeSet<String> keys = new TreeSet<>(now.rows().keySet());
            if (before != null) {
                keys.addAll(before.rows().keySet());
            }
            return keys;
        }
    }

    Mono<OrganizationFigures> organizations(Caller caller, Asked asked) {
        Question question = questions.of(caller, asked);
        return both(question, (q, asOf) -> figures.figures(q.scope(), q.filter(), q.levels(), asOf))
                .flatMap(both -> named(question, both));
    }

    Mono<GroupFigures> groups(Caller caller, Asked asked, By by) {
        Question question = questions.of(caller, asked);
        return both(question, (q, asOf) -> figures.figures(q.scope(), q.filter(), by, asOf))
                .flatMap(both -> named(question, by, both));
    }

    Mono<MatrixFigures> matrix(Caller caller, Asked asked) {
        Question question = questions.of(caller, asked);
        return figures.asOf(question.moment(), question.position())
                .flatMap(asOf -> figures.matrix(question.scope(), question.filter(), question.levels(), asOf)
                        .flatMap(cells -> named(question, cells, asOf)));
    }

    /// Asks for the figures of a question.
    private interface Counting {
        Mono<FiguresAnswer> of(Question question, AsOf asOf);
    }

    private Mono<Both> both(Question question, Counting counting) {
        return figures.asOf(question.moment(), question.position()).flatMap(asOf -> {
            Mono<FiguresAnswer> now = counting.of(question, asOf);
            String against = question.against();
            return against == null
                    ? now.map(answer -> new Both(answer, null))
                    : Mono.zip(now, counting.of(question.of(against), asOf), Both::new);
        });
    }

    private Mono<OrganizationFigures> named(Question question, Both both) {
        String below = question.filter().below();
        Collection<String> paths = both.keys();
        return words.named(Stream.concat(Stream.ofNullable(below), paths.stream()).toList(), List.of()).map(named -> {
            Figures ownBefore = both.before() == null ? null : both.before().own();
            Stream<OrganizationRow> own = below == null
                    || (both.now().own().isNone() && (ownBefore == null || ownBefore.isNone()))
                            ? Stream.empty()
                            : Stream.of(row(below, 0, both.now().own(), ownBefore, named));
            Stream<OrganizationRow> rows = paths.stream().map(path -> row(path, children(path),
                    both.now().rows().getOrDefault(path, Figures.NONE), both.before(path), named));
            return new OrganizationFigures(both.now().asOf(), question.filter().campaign(), question.then(),
                    Stream.concat(own, rows).toList(), both.now().total(), both.totalBefore());
        });
    }

    private int children(String path) {
        return tree.children(Words.code(path)).size();
    }

    private static OrganizationRow row(String path, int children, Figures now, @Nullable Figures before, Named named) {
        String code = Words.code(path).value();
        return OrganizationRow.of(code, named.organization(code), children, now, before);
    }

    private Mono<GroupFigures> named(Question question, By by, Both both) {
        Set<String> campaigns = new TreeSet<>(by == By.CAMPAIGN ? both.keys() : Set.of());
        Stream.ofNullable(question.filter().campaign()).forEach(campaigns::add);
        Stream.ofNullable(question.against()).forEach(campaigns::add);
        return words.named(List.of(), campaigns).map(named -> {
            Function<String, @Nullable String> name = key -> name(by, key, named);
            List<GroupRow> rows = both.keys().stream().map(key -> new GroupRow(key, name.apply(key),
                    both.now().rows().getOrDefault(key, Figures.NONE), both.before(key))).toList();
            return new GroupFigures(both.now().asOf(), by.text(), question.then(), rows, both.now().total(),
                    both.totalBefore());
        });
    }

    private static @Nullable String name(By by, String key, Named named) {
        return switch (by) {
            case CAMPAIGN -> named.campaign(key);
            case DOCUMENT_TYPE -> named.document(key);
            case DOCUMENT -> named.document(key.substring(0, key.indexOf('/')));
            case MONTH, TYPE, LEVEL -> null;
        };
    }

    private Mono<MatrixFigures> named(Question question, Map<String, Map<String, Figures>> cells, AsOf asOf) {
        Set<String> documents = new TreeSet<>();
        cells.values().forEach(row -> documents.addAll(row.keySet()));
        Collection<String> paths = new TreeSet<>(cells.keySet());
        String below = question.filter().below();
        String campaign = question.filter().campaign();
        return words.named(paths, campaign == null ? List.of() : List.of(campaign))
                .map(named -> new MatrixFigures(asOf, question.then(),
                        documents.stream().map(document -> column(document, named)).toList(),
                        paths.stream().map(path -> row(path, path.equals(below), documents, cells, named)).toList()));
    }

    private static DocumentColumn column(String document, Named named) {
        int slash = document.indexOf('/');
        String type = document.substring(0, slash);
        return new DocumentColumn(type, document.substring(slash + 1), named.document(type));
    }

    private MatrixRow row(String path, boolean own, Set<String> documents, Map<String, Map<String, Figures>> cells, Named named) {
        String code = Words.code(path).value();
        Map<String, Figures> row = Optional.ofNullable(cells.get(path)).orElse(Map.of());
        return new MatrixRow(code, named.organization(code), own ? 0 : children(path),
                documents.stream().map(document -> row.getOrDefault(document, Figures.NONE)).toList());
    }
}
