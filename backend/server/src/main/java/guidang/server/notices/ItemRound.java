package guidang.server.notices;

import guidang.server.access.OrganizationPaths;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.notices.ItemTelling.Telling;
import guidang.server.notices.ItemsTold.ItemKey;
import guidang.server.notices.ItemsTold.Kind;
import guidang.server.notices.NoticesSettings.Rectifications;
import guidang.server.query.ItemWatch;
import guidang.server.query.ItemWatch.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the day says of rectification items: to those who rectify, what is due
/// soon and what is overdue; to those who decide, that close-outs wait. One
/// notice and one message for each organisation and kind, however many items
/// there are. Items come from the index a page at a time, so a round costs the
/// same memory whatever its size; done again, it does what is left.
final class ItemRound {
    /// Overdue items are told of again every so many days.
    private static final int EVERY = 7;
    /// So often; then it is known.
    private static final int WEEKS = 104;
    /// Of rounds that were missed, those of so many days are made up for.
    private static final int MISSED = 7;
    private static final int AT_ONCE = 8;

    private final ItemWatch watch;
    private final NoticeBook book;
    private final ItemTelling telling;
    private final OrganizationPaths paths;
    private final Rectifications settings;

    ItemRound(ItemWatch watch, NoticeBook book, ItemTelling telling, OrganizationPaths paths, Rectifications settings) {
        this.watch = watch;
        this.book = book;
        this.telling = telling;
        this.paths = paths;
        this.settings = settings;
    }

    /// A round that is under way.
    ///
    /// @param at
    ///            the same in all attempts
    private record Round(LocalDate day, Instant at) {}

    /// Makes the day's round, and tells how many organisations it told.
    /// Errors: `INDEX_UNAVAILABLE`.
    Mono<Long> run(LocalDate day, RoundLog.Attempt attempt) {
        Round round = new Round(day, attempt.at());
        LocalDate last = attempt.last() == null ? day.minusDays(1) : attempt.last();
        Instant since = attempt.since() == null ? attempt.at().minus(Duration.ofDays(1)) : attempt.since();
        return due(round, last).concatWith(closeOuts(round, since)).count();
    }

    private Flux<Boolean> due(Round round, LocalDate last) {
        return watch.due(days(settings, round.day, last)).bufferUntilChanged(Watched::organization)
                .flatMap(items -> tell(round, new Code(items.getFirst().organization()), Kind.DUE, items.size(), items), AT_ONCE)
                .filter(told -> told);
    }

    /// The due days that are to be told of on any day since the round before.
    static Set<LocalDate> days(Rectifications settings, LocalDate day, LocalDate last) {
        LocalDate first = last.isBefore(day.minusDays(MISSED)) ? day.minusDays(MISSED) : last;
        return first.plusDays(1).datesUntil(day.plusDays(1)).flatMap(each -> days(settings, each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<LocalDate> days(Rectifications settings, LocalDate day) {
        Stream<LocalDate> overdue = settings.overdue()
                ? IntStream.range(0, WEEKS).mapToObj(week -> day.minusDays(1 + (long) EVERY * week))
                : Stream.empty();
        return Stream.concat(settings.soon().stream().map(day::plusDays), overdue);
    }

    /// Told where an organisation's close-outs wait that did not wait before: to
    /// the one above it, with all that wait below that one.
    private Flux<Boolean> closeOuts(Round round, Instant since) {
        return settings.closeOuts()
                ? watch.asked(since, round.at).map(ItemRound::above).distinct()
                        .flatMap(path -> closeOuts(round, path), AT_ONCE).filter(told -> told)
                : Flux.empty();
    }

    /// Who decides: at the root somebody else of the root.
    private static String above(Watched item) {
        String above = item.path().substring(0, item.path().lastIndexOf('/', item.path().length() - 2) + 1);
        return above.isEmpty() ? item.path() : above;
    }

    private Mono<Boolean> closeOuts(Round round, String path) {
        return watch.waitingBelow(path, ItemsTold.SHOWN).filter(waiting -> waiting.total() > 0)
                .flatMap(waiting -> tell(round, OrganizationPaths.at(path), Kind.CLOSE_OUTS, waiting.total(), waiting.first()));
    }

    /// Told is who holds the organisation's grants now.
    private Mono<Boolean> tell(Round round, Code of, Kind kind, long count, List<Watched> items) {
        Code to = paths.successor(of);
        ItemsTold told = new ItemsTold(kind, count, items.stream().limit(ItemsTold.SHOWN).map(ItemRound::key).toList());
        OperationId request = OperationId.of("system", "rectification round", round.day + "/" + kind.word() + "/" + of);
        return book.add(to, told.digest(of), round.day, Notice.of(request, told, null, round.at, null))
                .flatMap(added -> added
                        ? telling.tell(new Telling(request, to, null, round.at, round.day, told, null)).thenReturn(true)
                        : Mono.just(false));
    }

    private static ItemKey key(Watched item) {
        return new ItemKey(new Code(item.organization()), new OperationId(item.item()), item.number(), new Code(item.campaign()),
                item.due());
    }

    /// Whether the index is there and has all that was committed.
    Mono<Boolean> ready() {
        return watch.ready(Duration.ofSeconds(30));
    }

    boolean isWanted() {
        return settings.closeOuts() || settings.overdue() || !settings.soon().isEmpty();
    }
}
