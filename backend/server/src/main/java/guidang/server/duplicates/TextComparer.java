package guidang.server.duplicates;

import guidang.reader.passages.Comparison;
import guidang.reader.passages.Passage;
import guidang.reader.passages.Script;
import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.Scopes;
import guidang.server.duplicates.Coincidences.Coincidence;
import guidang.server.filing.ReportTexts;
import guidang.server.inspection.ReadDocument;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.PassageIndex;
import guidang.server.query.PassageIndex.Kept;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Compares texts: the index says which reports of the caller's scope may
/// coincide, and only those whose stored texts do are told.
@Component
final class TextComparer {
    /// Of the index, and of these so many that are not left out.
    private static final int LIKELY = 24;
    private static final int COMPARED = 12;
    /// The likeliest come first: where none of so many coincides, none after
    /// them does.
    private static final int AT_ONCE = 4;

    private static final Set<ProblemType> HIDDEN = Set.of(ProblemType.NOT_FOUND, ProblemType.REPORT_SEALED);

    private final PassageIndex index;
    private final ReportTexts texts;
    private final CommonWords common;
    private final Scopes scopes;
    private final OrganizationNames names;

    TextComparer(PassageIndex index, ReportTexts texts, CommonWords common, Scopes scopes, OrganizationNames names) {
        this.index = index;
        this.texts = texts;
        this.common = common;
        this.scopes = scopes;
        this.names = names;
    }

    /// @param organizations
    ///            whose document it is, as far as that is known
    /// @param other
    ///            which reports are compared
    Mono<Coincidences> compare(Caller caller, ReadDocument document, List<Code> organizations, Predicate<Kept> other) {
        return names.names(organizations).map(named -> document.script(List.copyOf(named.values())))
                .flatMapMany(here -> likely(caller, here, other).concatMap(few -> coinciding(caller, document, here, few), 1)
                        .takeUntil(List::isEmpty).flatMapIterable(found -> found))
                .sort(Comparator.comparing(Coincidence::receivedAt).reversed()).collectList()
                .map(items -> new Coincidences(items, index.asOf()));
    }

    private Flux<List<Kept>> likely(Caller caller, Script here, Predicate<Kept> other) {
        return index.likely(scopes.contents(caller), here.sketch(), LIKELY).filter(other).take(COMPARED).buffer(AT_ONCE);
    }

    private Mono<List<Coincidence>> coinciding(Caller caller, ReadDocument document, Script here, List<Kept> few) {
        return Flux.fromIterable(few).flatMapSequential(kept -> readable(caller, kept.report()))
                .flatMapSequential(text -> coincidence(document, here, text)).collectList();
    }

    /// The index may be behind the tree, and behind a seal: what the caller may not
    /// read is not there.
    private Mono<ReportTexts.Text> readable(Caller caller, String report) {
        return texts.readable(caller, report).onErrorResume(Problem.class,
                problem -> HIDDEN.contains(problem.type()) ? Mono.empty() : Mono.error(problem));
    }

    private Mono<Coincidence> coincidence(ReadDocument document, Script here, ReportTexts.Text there) {
        return passages(here, there).filter(passages -> !passages.isEmpty())
                .flatMap(passages -> texts.called(there.filed())
                        .map(called -> Views.coincidence(document, there, called, passages)));
    }

    private Mono<List<Passage>> passages(Script here, ReportTexts.Text there) {
        return Mono.zip(common.of(there.filed().campaign().value()), script(there)).publishOn(Schedulers.parallel())
                .map(both -> Comparison.of(here, both.getT2(), both.getT1()));
    }

    private Mono<Script> script(ReportTexts.Text text) {
        return names.names(List.of(text.filed().organization()))
                .map(named -> text.document().script(List.copyOf(named.values())));
    }

    /// Whether two reports that the caller may read coincide. Neither a report that
    /// is gone nor two of one organisation do.
    Mono<Boolean> coincide(Caller caller, String one, String other) {
        return Flux.fromStream(Stream.of(one, other)).flatMapSequential(id -> readable(caller, id)).collectList()
                .filter(both -> both.size() == 2
                        && !both.getFirst().filed().organization().equals(both.getLast().filed().organization()))
                .flatMap(both -> script(both.getFirst()).flatMap(here -> passages(here, both.getLast())))
                .map(passages -> !passages.isEmpty()).defaultIfEmpty(false);
    }
}
