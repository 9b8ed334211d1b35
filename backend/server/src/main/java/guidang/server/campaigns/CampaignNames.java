package guidang.server.campaigns;

import guidang.server.kernel.Code;
import java.util.Map;

/// What a campaign and its documents are called.
///
/// @param documents
///            by the code of the document's type
public record CampaignNames(Code campaign, String name, Map<String, String> documents) {
    public CampaignNames {
        documents = Map.copyOf(documents);
    }

    /// The document's name; its code where it has none.
    public String document(Code type) {
        return documents.getOrDefault(type.value(), type.value());
    }
}
