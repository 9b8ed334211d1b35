package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.campaigns.Due;
import guidang.server.query.AsOf;
import guidang.server.query.FigureIndex;
import guidang.server.query.ObligationIndex;
import guidang.server.query.ObligationIndex.Obligation;
import guidang.server.statistics.SlotPage.SlotRow;
import guidang.server.statistics.Words.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lists of obligations with their names: the list behind each number.
@Component
final class SlotLists {
    private static final int NAMED_AT_ONCE = 2_000;

    private final ObligationIndex obligations;
    private final FigureIndex figures;
    private final Words words;
    private final AspectNames aspects;
    private final Scopes scopes;
    private final Due days;

    SlotLists(ObligationIndex obligations, FigureIndex figures, Words words, AspectNames aspects, Scopes scopes, Due days) {
        this.obligations = obligations;
        this.figures = figures;
        this.words = words;
        this.aspects = aspects;
        this.scopes = scopes;
        this.days = days;
    }

    Mono<SlotPage> page(Caller caller, Question question, ObligationIndex.Question listed, @Nullable SlotCursor after, int size) {
        Instant moment = after == null ? question.moment() : after.at();
        return figures.asOf(moment, question.position()).flatMap(asOf -> obligations
                .page(question.scope(), listed, asOf, after == null ? List.of() : after.values(), size)
                .flatMap(page -> named(caller, page.items(), asOf).map(rows -> new SlotPage(asOf, question.then(), page.total(),
                        rows, page.next().isEmpty() ? null : SlotCursor.of(asOf.time(), page.next()).written()))));
    }

    /// All of it, in bounded memory.
    Flux<SlotRow> all(Caller caller, Question question, ObligationIndex.Question listed, AsOf asOf) {
        return obligations.all(question.scope(), listed, asOf).buffer(NAMED_AT_ONCE)
                .concatMap(some -> named(caller, some, asOf), 1).concatMapIterable(rows -> rows, 1);
    }

    private Mono<List<SlotRow>> named(Caller caller, List<Obligation> items, AsOf asOf) {
        Scope known = scopes.tree(caller);
        Scope readable = scopes.contents(caller);
        Collection<String> paths = items.stream().flatMap(item -> Stream.of(item.path(), above(item.path())))
                .filter(known::includes).collect(Collectors.toSet());
        List<String> campaigns = items.stream().map(Obligation::campaign).distinct().toList();
        return Mono.zip(words.named(paths, campaigns), aspects.of(campaigns, asOf.time()),
                (named, asked) -> items.stream().map(item -> row(item, known, readable, named, asked, asOf.time())).toList());
    }

    /// Empty for the root.
    static String above(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private SlotRow row(Obligation item, Scope known, Scope readable, Named named, Map<String, List<String>> asked,
            Instant now) {
        String above = above(item.path());
        String parent = !above.isEmpty() && known.includes(above) ? named.organization(Words.code(above).value()) : null;
        Instant due = item.due();
        LocalDate last = due == null ? null : LocalDate.ofInstant(due, days.timeZone()).minusDays(1);
        List<String> names = asked.getOrDefault(item.campaign(), List.of());
        return new SlotRow(item.organization(), named.organization(item.organization()), parent, item.campaign(),
                named.campaign(item.campaign()), item.documentType(), named.document(item.campaign(), item.documentType()),
                item.period(), last, item.state(), late(item, last, now), item.since(), item.arrival(),
                readable.includes(item.path()) ? item.report() : null,
                Objects.requireNonNullElse(item.missingAspects(), List.<String>of()).stream().sorted().map(Integer::parseInt)
                        .filter(index -> index < names.size()).sorted().map(names::get).toList(),
                Objects.requireNonNullElse(item.placeholders(), 0));
    }

    private @Nullable Long late(Obligation item, @Nullable LocalDate last, Instant now) {
        Instant came = item.delivered() ? item.arrival() : now;
        if (last == null || !item.timed() || item.onTime() || came == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(last, LocalDate.ofInstant(came, this.days.timeZone()));
        return days > 0 ? days : null;
    }
}
