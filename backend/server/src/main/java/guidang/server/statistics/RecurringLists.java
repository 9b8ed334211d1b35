package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.AsOf;
import guidang.server.query.ItemFigureIndex;
import guidang.server.query.RecurringIndex;
import guidang.server.query.RecurringIndex.Cell;
import guidang.server.statistics.RecurringProblems.InCampaign;
import guidang.server.statistics.RecurringProblems.Recurring;
import guidang.server.statistics.Words.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Problems that come back: what one organisation has had under one aspect in
/// several campaigns. Organisations are gone through in the order of the tree,
/// so many at a time, whether anything of theirs comes back or not.
@Component
final class RecurringLists {
    /// Cells that are looked at first for each row that is wanted; then twice
    /// as many.
    private static final int EACH = 10;
    /// Cells that are looked at at a time: so many at least, and at most.
    private static final int LEAST = 500;
    private static final int PAGE = 2_000;
    /// Rows that are written down at a time.
    private static final int ROWS = PAGE / EACH;
    /// Pages of these that one answer may cost.
    private static final int PAGES = 12;

    private final RecurringIndex index;
    private final ItemFigureIndex figures;
    private final Questions questions;
    private final AspectNames aspects;
    private final Words words;
    private final Scopes scopes;

    RecurringLists(RecurringIndex index, ItemFigureIndex figures, Questions questions, AspectNames aspects, Words words,
            Scopes scopes) {
        this.index = index;
        this.figures = figures;
        this.questions = questions;
        this.aspects = aspects;
        this.words = words;
        this.scopes = scopes;
    }

    /// What was found so far.
    ///
    /// @param open
    ///            cells of the last organisation, of which there may be more
    /// @param last
    ///            the cell before them: all up to it were looked at
    private record Found(List<List<Cell>> units, List<Cell> open, List<Object> last, boolean end, int pages) {
        static Found from(List<Object> after) {
            return new Found(List.of(), List.of(), after, false, 0);
        }

        /// With the cells that follow.
        Found with(List<Cell> cells, boolean over) {
            List<List<Cell>> done = new ArrayList<>(units);
            List<Cell> unit = new ArrayList<>(open);
            List<Object> before = last;
            for (Cell cell : cells) {
                if (!unit.isEmpty() && !unit.getFirst().path().equals(cell.path())) {
                    before = unit.getLast().key();
                    done.add(unit);
                    unit = new ArrayList<>();
                }
                unit.add(cell);
            }
            if (over && !unit.isEmpty()) {
                done.add(unit);
                unit = List.of();
            }
            return new Found(done, unit, before, over, pages + 1);
        }

        List<Object> next() {
            return open.isEmpty() ? last : open.getLast().key();
        }

        /// Where the next answer begins: an organisation is answered whole, unless it
        /// alone is more than an answer.
        List<Object> resume() {
            return units.isEmpty() ? next() : last;
        }

        /// Of whole organisations.
        boolean has(int size) {
            return !units.isEmpty() && candidates().size() >= size;
        }

        /// Several campaigns of one organisation, to begin with.
        List<List<Cell>> candidates() {
            return (units.isEmpty() ? List.of(open) : units).stream()
                    .filter(unit -> unit.stream().map(Cell::campaign).distinct().count() > 1).toList();
        }
    }

    Mono<RecurringProblems> page(Caller caller, Asked asked, @Nullable SlotCursor after, int size) {
        Question question = questions.ofContents(caller, asked);
        if (after != null && after.values().size() != RecurringIndex.KEYS) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("after"));
        }
        return figures.asOf(after == null ? question.moment() : after.at(), question.position())
                .flatMap(asOf -> look(question, asOf, Found.from(after == null ? List.of() : after.values()), size)
                        .flatMap(found -> named(caller, question, asOf, found)));
    }

    /// All of it, in bounded memory.
    Flux<Recurring> all(Caller caller, Question question, AsOf asOf) {
        return look(question, asOf, Found.from(List.of()), ROWS)
                .expand(found -> found.end ? Mono.empty() : look(question, asOf, Found.from(found.resume()), ROWS))
                .concatMap(found -> named(caller, question, asOf, found), 1).concatMapIterable(RecurringProblems::items, 1);
    }

    private Mono<Found> look(Question question, AsOf asOf, Found found, int size) {
        // Within one campaign nothing comes back.
        return question.items().campaign() == null
                ? further(question, asOf, found, size)
                : Mono.just(new Found(List.of(), List.of(), found.last, true, 0));
    }

    private Mono<Found> further(Question question, AsOf asOf, Found found, int size) {
        int most = Math.clamp(((long) EACH * size) << found.pages, LEAST, PAGE);
        return index.page(question.scope(), question.items(), asOf, found.next(), most)
                .map(cells -> found.with(cells, cells.size() < most))
                .flatMap(more -> more.end || more.pages >= PAGES || more.has(size)
                        ? Mono.just(more)
                        : further(question, asOf, more, size));
    }

    private Mono<RecurringProblems> named(Caller caller, Question question, AsOf asOf, Found found) {
        List<List<Cell>> units = found.candidates();
        Collection<String> campaigns = units.stream().flatMap(List::stream).map(Cell::campaign).collect(Collectors.toSet());
        Scope known = scopes.tree(caller);
        Collection<String> paths = units.stream().map(unit -> unit.getFirst().path())
                .flatMap(path -> Stream.of(path, SlotLists.above(path))).filter(known::includes).collect(Collectors.toSet());
        String next = found.end ? null : SlotCursor.of(asOf.time(), found.resume()).written();
        return Mono.zip(words.named(paths, campaigns), aspects.same(campaigns, asOf.time()),
                (named, same) -> new RecurringProblems(asOf, question.then(),
                        units.stream().flatMap(unit -> recurring(unit, known, named, same)).toList(), next));
    }

    private static Stream<Recurring> recurring(List<Cell> unit, Scope known, Named named, SameAspects same) {
        Map<String, List<Cell>> byAspect = unit.stream()
                .collect(Collectors.groupingBy(cell -> same.of(cell.aspect()), LinkedHashMap::new, Collectors.toList()));
        return byAspect.values().stream().map(cells -> recurring(cells, parent(cells, known, named), named, same))
                .filter(each -> each.campaigns().size() > 1);
    }

    private static Optional<String> parent(List<Cell> cells, Scope known, Named named) {
        return Optional.of(SlotLists.above(cells.getFirst().path())).filter(above -> !above.isEmpty() && known.includes(above))
                .map(above -> named.organization(Words.code(above).value()));
    }

    private static Recurring recurring(List<Cell> cells, Optional<String> parent, Named named, SameAspects same) {
        Cell first = cells.getFirst();
        Map<String, List<Cell>> byCampaign = cells.stream()
                .collect(Collectors.groupingBy(Cell::campaign, TreeMap::new, Collectors.toList()));
        return new Recurring(first.organization(), named.organization(first.organization()), parent.orElse(null),
                same.name(first.aspect()), byCampaign.entrySet().stream()
                        .map(each -> new InCampaign(each.getKey(), named.campaign(each.getKey()),
                                each.getValue().stream().map(Cell::aspect).toList(),
                                each.getValue().stream().mapToLong(Cell::items).sum(),
                                each.getValue().stream().mapToLong(Cell::closed).sum()))
                        .toList());
    }
}
