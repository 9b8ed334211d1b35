package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationType;
import java.util.List;

/// What may happen to a campaign, on its own stream `campaigns/{code}`.
public sealed interface CampaignRecord {
    /// It exists as a draft.
    ///
    /// @param details
    ///            the blob with its name and those of its documents
    /// @param target
    ///            the organisation below which everybody of these types files
    record Created(Blobs.Ref details, Code target, List<OrganizationType> types, List<RequiredDocument> documents)
            implements
                CampaignRecord {
        public Created {
            types = List.copyOf(types);
            documents = List.copyOf(documents);
        }
    }

    /// Its roster is being frozen, from the tree of this commit.
    record OpeningStarted() implements CampaignRecord {}

    /// A part of the roster.
    ///
    /// @param blob
    ///            rows in the order of their codes ([Roster])
    /// @param first
    ///            the code of its first row; the next part's is greater than all
    ///            of this
    record RosterPart(Blobs.Ref blob, Code first, int rows) implements CampaignRecord {}

    /// Reports are taken from now on.
    ///
    /// @param rostered
    ///            organisations
    record Opened(int rostered) implements CampaignRecord {}

    /// What its self-examinations are to look at, from here on.
    ///
    /// @param details
    ///            the blob with the words
    /// @param aspects
    ///            how many; 0: none are asked for any more
    record Template(Blobs.Ref details, int aspects) implements CampaignRecord {}

    /// Reports are taken no more.
    record Closed() implements CampaignRecord {}
}
