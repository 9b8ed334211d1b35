package guidang.server.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.server.aspects.AspectMatcher;
import guidang.server.campaigns.AspectTemplates;
import guidang.server.campaigns.CampaignState;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.index.ObligationDocument.FoundThere;
import guidang.server.inspection.ReportFindings;
import guidang.server.objects.Blobs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Adds to an obligation what was found in its report. A reading and a template
/// never change, so what they make of each other is kept for a while: the
/// documents of an organisation are made again with each of its filings.
@Component
final class FindingsReader {
    private static final int KEPT = 50_000;

    private final Blobs blobs;
    private final AspectTemplates templates;
    private final long largest;
    private final Cache<Key, FoundThere> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    FindingsReader(Blobs blobs, AspectTemplates templates, IndexSettings settings) {
        this.blobs = blobs;
        this.templates = templates;
        this.largest = settings.reading().toBytes();
    }

    private record Key(String reading, CampaignState.@Nullable Template template) {}

    /// As it was, where there is no report, it can't be read, or its bytes are
    /// gone: an obligation counts without.
    Mono<ObligationDocument> of(Cut cut, OwedUnit.Made made) {
        Filed filed = made.filed();
        if (filed == null || filed.reading().size() > largest) {
            return Mono.just(made.document());
        }
        CampaignState.Template template = cut.template(made.template());
        Key key = new Key(filed.reading().sha256(), template);
        return Mono.justOrEmpty(kept.getIfPresent(key)).switchIfEmpty(read(filed, template).doOnNext(f -> kept.put(key, f)))
                .map(made.document()::with).defaultIfEmpty(made.document());
    }

    private Mono<FoundThere> read(Filed filed, CampaignState.@Nullable Template set) {
        Mono<Optional<AspectMatcher>> matcher = Mono.justOrEmpty(set).flatMap(templates::matcher).map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return matcher.flatMap(asked -> blobs.get(filed.blobs(), filed.reading()).publishOn(Schedulers.parallel())
                .map(reading -> FoundThere.of(ReportFindings.of(reading, asked.orElse(null)))))
                .onErrorResume(SlotDocuments::unreadable, broken -> Mono.empty());
    }
}
