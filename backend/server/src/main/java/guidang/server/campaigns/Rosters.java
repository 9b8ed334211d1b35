package guidang.server.campaigns;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
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

    /// The organisation's row, frozen or added; empty where there is none.
    Mono<RosterRow> find(CampaignState campaign, Code organization) {
        CampaignState.Addition added = campaign.additions().get(organization);
        return added != null ? Mono.just(added.row()) : frozen(campaign, organization);
    }

    /// The organisation's row in the frozen roster; empty where there is none.
    Mono<RosterRow> frozen(CampaignState campaign, Code organization) {
        return Mono
                .justOrEmpty(campaign.parts().reversed().stream().filter(p -> p.roster().first().compareTo(organization) <= 0)
                        .findFirst())
                .flatMap(this::rows).mapNotNull(rows -> find(rows, organization));
    }

    private static @Nullable RosterRow find(List<RosterRow> rows, Code organization) {
        int at = Collections.binarySearch(rows, new RosterRow(organization, ""), Comparator.comparing(RosterRow::organization));
        return at < 0 ? null : rows.get(at);
    }

    /// All rows in the order of their codes, those that were added among them, a
    /// part at a time.
    Flux<RosterRow> all(CampaignState campaign) {
        List<CampaignState.Part> parts = campaign.parts();
        if (parts.isEmpty()) {
            return Flux.fromIterable(added(campaign, null, null));
        }
        return Flux.range(0, parts.size()).concatMap(i -> read(parts.get(i)).map(rows -> merged(rows,
                added(campaign, i == 0 ? null : parts.get(i), i + 1 < parts.size() ? parts.get(i + 1) : null))), 1)
                .concatMapIterable(rows -> rows);
    }

    /// What was added from where a part begins to where the next one does.
    private static List<RosterRow> added(CampaignState campaign, CampaignState.@Nullable Part from,
            CampaignState.@Nullable Part to) {
        SortedMap<Code, CampaignState.Addition> some = campaign.additions();
        some = from == null ? some : some.tailMap(from.roster().first());
        some = to == null ? some : some.headMap(to.roster().first());
        return some.values().stream().map(CampaignState.Addition::row).toList();
    }

    private static List<RosterRow> merged(List<RosterRow> frozen, List<RosterRow> added) {
        return added.isEmpty()
                ? frozen
                : Stream.concat(frozen.stream(), added.stream()).sorted(Comparator.comparing(RosterRow::organization)).toList();
    }

    private Mono<List<RosterRow>> rows(CampaignState.Part part) {
        return Mono.fromFuture(() -> parts.get(part, (key, _) -> read(key).toFuture()), true);
    }

    private Mono<List<RosterRow>> read(CampaignState.Part part) {
        return blobs.get(part.operation(), part.roster().blob()).map(CampaignCodec::rows)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a part of a roster is gone: " + part)));
    }
}
