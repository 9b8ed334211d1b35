package guidang.server.search;

import guidang.server.campaigns.CampaignNames;
import guidang.server.kernel.Code;
import java.util.Map;
import java.util.Optional;

/// What campaigns and their documents are called; a code stands for itself
/// where it has no name.
record CampaignWords(Map<String, CampaignNames> campaigns) {
    CampaignWords {
        campaigns = Map.copyOf(campaigns);
    }

    String name(String campaign) {
        return Optional.ofNullable(campaigns.get(campaign)).map(CampaignNames::name).orElse(campaign);
    }

    String document(String campaign, String documentType) {
        return Optional.ofNullable(campaigns.get(campaign)).map(names -> names.document(new Code(documentType)))
                .orElse(documentType);
    }

    /// As any of the campaigns calls it: they rarely differ.
    String document(String documentType) {
        return campaigns.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .flatMap(c -> Optional.ofNullable(c.getValue().documents().get(documentType)).stream()).findFirst()
                .orElse(documentType);
    }
}
