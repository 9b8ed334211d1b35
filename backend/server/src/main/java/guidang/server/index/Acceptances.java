package guidang.server.index;

import guidang.server.campaigns.CampaignRecord;
import guidang.server.campaigns.CampaignState;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How many levels above an organisation accept what it files in a campaign.
/// That does not change any more once the campaign is opened: its stream, which
/// may be long, is read once.
@Component
final class Acceptances {
    private final Map<Code, List<Integer>> opened = new ConcurrentHashMap<>();

    /// In turn; the parent where there is no such campaign.
    Mono<List<Integer>> of(Batch batch, Code campaign) {
        List<Integer> known = opened.get(campaign);
        return known == null
                ? batch.stream(StreamKey.campaign(campaign)).map(CampaignState::of)
                        .map(found -> found.map(this::noted).orElse(CampaignRecord.PARENT))
                        .onErrorReturn(SlotDocuments::unreadable, CampaignRecord.PARENT)
                : Mono.just(known);
    }

    private List<Integer> noted(CampaignState campaign) {
        if (campaign.openedAt() != null) {
            opened.put(campaign.code(), campaign.acceptance());
        }
        return campaign.acceptance();
    }
}
