package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may happen to a campaign, on its own stream `campaigns/{code}`.
public sealed interface CampaignRecord {
    /// Who accepts where nothing else was said: the parent.
    List<Integer> PARENT = List.of(1);

    /// It exists as a draft.
    ///
    /// @param details
    ///            the blob with its name and those of its documents
    /// @param acceptance
    ///            how many levels above the organisation that files they accept, in
    ///            turn; 1 is the parent
    /// @param period
    ///            the year or part of a year that it is about; null where none
    ///            is named
    record Created(Blobs.Ref details, Whom whom, List<RequiredDocument> documents, List<Integer> acceptance,
            @Nullable Period period) implements CampaignRecord {
        public Created {
            documents = List.copyOf(documents);
            acceptance = List.copyOf(acceptance);
        }

        /// Everybody of these types below the target files; the parent accepts.
        public Created(Blobs.Ref details, Code target, List<OrganizationType> types, List<RequiredDocument> documents) {
            this(details, new Whom(target, types), documents, PARENT, null);
        }
    }

    /// A draft is another one from here on: the whole of it.
    record Changed(Created form) implements CampaignRecord {}

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

    /// Further organisations are asked from here on.
    ///
    /// @param rows
    ///            with their places at that time, in the order of their codes
    /// @param details
    ///            the blob with the reason
    record Added(List<RosterRow> rows, Blobs.Ref details, Instant receivedAt, String actor) implements CampaignRecord {
        public Added {
            rows = List.copyOf(rows);
        }
    }

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
