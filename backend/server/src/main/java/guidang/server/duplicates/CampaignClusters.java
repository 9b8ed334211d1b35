package guidang.server.duplicates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.reader.passages.Candidates;
import guidang.reader.passages.Clusters;
import guidang.reader.passages.Sketch;
import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.AsOf;
import guidang.server.query.PassageIndex;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Finds the reports of a campaign that coincide, within a scope. It takes
/// seconds: who asks is answered at once, and again when it is known. One such
/// work at a time, so that its memory is bounded.
@Component
final class CampaignClusters {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int RESULTS = 32;
    private static final int REPORTS = 30_000;
    private static final int PAIRS = 20_000;
    private static final int AT_ONCE = 4;

    private final PassageIndex index;
    private final TextComparer comparer;
    private final ClusterViews views;
    private final Scopes scopes;
    private final Semaphore work = new Semaphore(1);
    private final Cache<Question, Mono<Found>> known = Caffeine.newBuilder().maximumSize(RESULTS).expireAfterWrite(KEPT)
            .build();

    CampaignClusters(PassageIndex index, TextComparer comparer, ClusterViews views, Scopes scopes) {
        this.index = index;
        this.comparer = comparer;
        this.views = views;
        this.scopes = scopes;
    }

    private record Question(Scope scope, Code campaign, @Nullable String below) {}

    /// A report that is compared with the others.
    private record Entry(String report, String organization, String path, Sketch sketch) {}

    /// What came of it: ids of reports, in the order of the tree.
    record Found(List<List<String>> clusters, int compared, boolean complete, AsOf asOf) {}

    /// Errors: `FORBIDDEN` where the caller oversees nothing, `INDEX_UNAVAILABLE`.
    Mono<ClusterPage> of(Caller caller, Code campaign, @Nullable String below, int after) {
        Scope scope = new Scope(scopes.contents(caller).subtrees(), Set.of());
        if (scope.isEmpty()) {
            return Mono.error(new Problem(ProblemType.FORBIDDEN));
        }
        Question question = new Question(scope, campaign, below);
        Mono<Found> found = known.get(question, asked -> find(caller, asked));
        return found.timeout(PATIENCE, Mono.empty()).onErrorComplete(Busy.class).flatMap(done -> views.page(caller, done, after))
                .defaultIfEmpty(ClusterPage.WORKING);
    }

    /// Goes on when nobody waits for it any more.
    private Mono<Found> find(Caller caller, Question question) {
        return Mono.defer(() -> work.tryAcquire()
                ? entries(question).flatMap(entries -> clusters(caller, entries)).doFinally(end -> work.release())
                : Mono.error(new Busy())).cache(found -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<List<Entry>> entries(Question question) {
        return index.all(question.scope, question.campaign.value(), question.below, REPORTS + 1)
                .map(kept -> new Entry(kept.report(), kept.organization(), kept.path(), Sketch.of(kept.sketch()))).collectList();
    }

    private Mono<Found> clusters(Caller caller, List<Entry> entries) {
        List<Entry> compared = entries.subList(0, Math.min(REPORTS, entries.size()));
        AsOf asOf = index.asOf();
        return Mono.fromSupplier(() -> pairs(compared))
                .subscribeOn(Schedulers.boundedElastic()).flatMap(pairs -> joined(caller, compared, pairs))
                .map(clusters -> new Found(inOrder(clusters, compared), compared.size(), compared.size() == entries.size(),
                        asOf));
    }

    private static List<Candidates.Pair> pairs(List<Entry> entries) {
        Map<String, Integer> owners = new HashMap<>();
        int[] owned = entries.stream().mapToInt(entry -> owners.computeIfAbsent(entry.organization, code -> owners.size()))
                .toArray();
        return Candidates.of(entries.stream().map(Entry::sketch).toList(), owned, PAIRS);
    }

    private static List<List<String>> inOrder(Clusters clusters, List<Entry> entries) {
        Comparator<Entry> byPlace = Comparator.comparing(Entry::path).thenComparing(Entry::report);
        return clusters.all().stream().map(all -> all.stream().map(entries::get).sorted(byPlace).toList())
                .sorted(Comparator.comparing(List::getFirst, byPlace))
                .map(all -> all.stream().map(Entry::report).toList()).toList();
    }

    private Mono<Clusters> joined(Caller caller, List<Entry> entries, List<Candidates.Pair> pairs) {
        Clusters clusters = new Clusters(entries.size());
        return Flux.fromIterable(pairs).filter(pair -> !clusters.together(pair.first(), pair.second()))
                .flatMap(pair -> comparer
                        .coincide(caller, entries.get(pair.first()).report, entries.get(pair.second()).report)
                        .filter(Boolean::booleanValue).map(yes -> pair), AT_ONCE)
                .doOnNext(pair -> clusters.join(pair.first(), pair.second())).then(Mono.just(clusters));
    }

    /// Another such work is being done.
    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("another comparison is under way", null, false, false);
        }
    }
}
