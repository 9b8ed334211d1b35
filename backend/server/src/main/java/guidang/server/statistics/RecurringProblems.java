package guidang.server.statistics;

import guidang.server.query.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Aspects under which an organisation has had items in two campaigns at least,
/// in the order of the tree: for it and those above it to see.
///
/// @param excludesTransferred
///            as in [OrganizationFigures]
/// @param next
///            to be handed in as `after`, where it goes on as of the same
///            moment; absent on the last page. A page may hold fewer than were
///            asked for, and none
record RecurringProblems(AsOf asOf, boolean excludesTransferred, List<Recurring> items, @Nullable String next) {
    /// @param campaigns
    ///            two at least
    record Recurring(String organization, String organizationName, @Nullable String parentName, String aspect,
            List<InCampaign> campaigns) {}

    /// @param names
    ///            the words that its items have for the aspect: what to list them by
    /// @param closed
    ///            of the items
    record InCampaign(String campaign, String campaignName, List<String> names, long items, long closed) {}
}
