package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.objects.Blobs;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A campaign as a person wishes it, checked: within bounds, and no document
/// twice. A draft may still lack its documents.
record CampaignForm(Code code, String name, @Nullable Period period, Whom whom, List<Integer> acceptance,
        List<RequiredDocument> documents, SortedMap<String, String> documentNames) {
    /// @throws Problem
    ///             `INVALID_FIELD` with all fields that are wrong
    static CampaignForm of(CampaignController.NewCampaign wished) {
        return new CampaignFormReader().read(wished);
    }

    CampaignRecord.Created record(Blobs.Ref details) {
        return new CampaignRecord.Created(details, whom, documents, acceptance, period);
    }
}
