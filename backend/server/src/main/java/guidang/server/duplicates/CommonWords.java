package guidang.server.duplicates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.reader.passages.Common;
import guidang.server.access.Scope;
import guidang.server.filing.ReportTexts;
import guidang.server.organizations.Organizations;
import guidang.server.query.PassageIndex;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What many reports of a campaign, or of the whole archive, say: learnt from a
/// sample by chance, anew every ten minutes. The sample knows no scope, and what
/// is common tells of no report, because at least eight of the sample hold it.
@Component
final class CommonWords {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int CAMPAIGNS = 32;
    private static final int AT_ONCE = 8;
    private static final String ARCHIVE = "";

    private final PassageIndex index;
    private final ReportTexts texts;
    private final Organizations organizations;
    private final Cache<String, Mono<Common>> known = Caffeine.newBuilder().maximumSize(CAMPAIGNS).build();

    CommonWords(PassageIndex index, ReportTexts texts, Organizations organizations) {
        this.index = index;
        this.texts = texts;
        this.organizations = organizations;
    }

    Mono<Common> of(String campaign) {
        return known.get(campaign, code -> kept(Mono.zip(sampled(code), Mono.defer(this::archive), Common::and)));
    }

    private Mono<Common> archive() {
        return known.get(ARCHIVE, all -> kept(sampled(null)));
    }

    private static Mono<Common> kept(Mono<Common> sampled) {
        return sampled.cache(common -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<Common> sampled(@Nullable String campaign) {
        return Mono.fromSupplier(this::everything)
                .flatMapMany(scope -> index.all(scope, campaign, null, Common.SAMPLE))
                .flatMap(kept -> texts.any(kept.report()).onErrorComplete(), AT_ONCE).publishOn(Schedulers.parallel())
                .map(text -> text.document().script(List.of()).shingles()).collectList().map(Common::of);
    }

    private Scope everything() {
        return new Scope(organizations.root().map(Set::of).orElse(Set.of()), Set.of());
    }
}
