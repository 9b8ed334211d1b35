package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.aspects.AspectMatcher;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Organizations;
import guidang.server.query.AsOf;
import guidang.server.query.AspectIndex;
import guidang.server.query.AspectIndex.AspectCounts;
import guidang.server.query.AspectIndex.AspectsAnswer;
import guidang.server.query.FigureIndex;
import guidang.server.statistics.AspectFigures.AspectColumn;
import guidang.server.statistics.AspectFigures.AspectRow;
import guidang.server.statistics.Words.Named;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Problems by aspect, against another campaign: aspects of the same name are
/// the same, however their templates number them.
@RestController
class AspectController {
    private final AspectTables tables;

    AspectController(AspectTables tables) {
        this.tables = tables;
    }

    /// One campaign must be named: aspects are its own.
    @GetMapping("/api/statistics/aspects")
    Mono<AspectFigures> aspects(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked) {
        return tables.aspects(caller, asked);
    }

    /// Makes the table.
    @Component
    static final class AspectTables {
        private final AspectIndex index;
        private final FigureIndex figures;
        private final Questions questions;
        private final AspectNames aspects;
        private final Words words;
        private final Organizations tree;

        AspectTables(AspectIndex index, FigureIndex figures, Questions questions, AspectNames aspects, Words words,
                Organizations tree) {
            this.index = index;
            this.figures = figures;
            this.questions = questions;
            this.aspects = aspects;
            this.words = words;
            this.tree = tree;
        }

        /// Counts of a campaign, and what its aspects were called.
        private record Counted(AspectsAnswer answer, List<String> names) {
            /// The index of the aspect of that name; empty where there is none.
            Optional<Integer> of(String name) {
                String core = AspectMatcher.core(name);
                return IntStream.range(0, names.size()).boxed().filter(i -> AspectMatcher.core(names.get(i)).equals(core))
                        .findFirst();
            }
        }

        Mono<AspectFigures> aspects(Caller caller, Asked asked) {
            Question question = questions.of(caller, asked);
            String campaign = question.filter().campaign();
            if (campaign == null) {
                throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("campaign"));
            }
            return figures.asOf(question.moment(), question.position()).flatMap(asOf -> {
                Mono<Optional<Counted>> before = question.against() == null
                        ? Mono.just(Optional.empty())
                        : counted(question.of(question.against()), question.against(), asOf).map(Optional::of);
                return Mono.zip(counted(question, campaign, asOf), before)
                        .flatMap(both -> named(question, both.getT1(), both.getT2().orElse(null)));
            });
        }

        private Mono<Counted> counted(Question question, String campaign, AsOf asOf) {
            return Mono.zip(index.aspects(question.scope(), question.filter(), question.levels(), asOf),
                    aspects.of(campaign, asOf.time()), Counted::new);
        }

        private Mono<AspectFigures> named(Question question, Counted now, @Nullable Counted before) {
            AspectCounts total = now.answer.total();
            TreeSet<String> paths = new TreeSet<>(now.answer.rows().keySet());
            return words.named(paths, List.of()).map(named -> new AspectFigures(now.answer.asOf(), question.then(),
                    IntStream.range(0, now.names.size()).mapToObj(i -> column(i, now, before)).toList(),
                    paths.stream().map(path -> row(path, now, named)).toList(), total.examined(), total.lacking(),
                    total.placeholders(), total.problems().getOrDefault(-1, 0L),
                    before == null ? null : before.answer.total().examined()));
        }

        private static AspectColumn column(int aspect, Counted now, @Nullable Counted before) {
            AspectCounts total = now.answer.total();
            AspectCounts other = before == null ? total : before.answer.total();
            Optional<Integer> there = before == null ? Optional.empty() : before.of(now.names.get(aspect));
            return new AspectColumn(aspect, now.names.get(aspect), total.problems().getOrDefault(aspect, 0L),
                    total.naming().getOrDefault(aspect, 0L), total.treating().getOrDefault(aspect, 0L),
                    total.missing().getOrDefault(aspect, 0L),
                    there.map(i -> other.problems().getOrDefault(i, 0L)).orElse(null),
                    there.map(i -> other.treating().getOrDefault(i, 0L)).orElse(null));
        }

        private AspectRow row(String path, Counted now, Named named) {
            AspectCounts counts = Objects.requireNonNull(now.answer.rows().get(path));
            String code = Words.code(path).value();
            return new AspectRow(code, named.organization(code), tree.children(Words.code(path)).size(),
                    IntStream.range(0, now.names.size()).mapToObj(i -> counts.problems().getOrDefault(i, 0L)).toList(),
                    counts.examined());
        }
    }
}
