package guidang.server.campaigns;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads frozen rosters. A part is at most [#PART] rows; the last ones asked
/// for are kept.
@Component
final class Rosters {
    static final int PART = 10_000;
    private static final int KEPT = 32;

    private final Blobs blobs;
    private final AsyncCache<CampaignState.Part, List<RosterRow>> parts = Caffeine.newBuilder().maximumSize(KEPT).buildAsync();

    Rosters(Blobs blobs) {
        this.blobs = blobs;
    }

    /// The organisation's row; empty where it is not rostered.
    Mono<RosterRow> find(CampaignState campaign, Code organization) {
        return Mono
                .justOrEmpty(campaign.parts().reversed().stream().filter(p -> p.roster().first().compareTo(organization) <= 0)
                        .findFirst())
                .flatMap(this::rows).mapNotNull(rows -> find(rows, organization));
    }

    private static @Nullable RosterRow find(List<RosterRow> rows, Code organization) {
        int at = Collections.binarySearch(rows, new RosterRow(organization, ""), Comparator.comparing(RosterRow::organization));
        return at < 0 ? null : rows.get(at);
    }

    /// All rows in the order of their codes, a part at a time.
    Flux<RosterRow> all(CampaignState campaign) {
        return Flux.fromIterable(campaign.parts()).concatMap(this::read, 1).concatMapIterable(rows -> rows);
    }

    private Mono<List<RosterRow>> rows(CampaignState.Part part) {
        return Mono.fromFuture(() -> parts.get(part, (key, _) -> read(key).toFuture()), true);
    }

    private Mono<List<RosterRow>> read(CampaignState.Part part) {
        return blobs.get(part.operation(), part.roster().blob()).map(CampaignCodec::rows)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a part of a roster is gone: " + part)));
    }
}
