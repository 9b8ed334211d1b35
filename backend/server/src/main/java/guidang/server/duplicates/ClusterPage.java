package guidang.server.duplicates;

import guidang.server.query.AsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reports of a campaign that coincide, in the order of the tree.
///
/// @param ready
///            whether it is known yet; if not, ask again
/// @param total
///            clusters on all pages
/// @param next
///            `after` of the next page; none on the last
/// @param compared
///            reports
/// @param complete
///            whether all of the scope was compared; if not, ask for a part
///            of it
record ClusterPage(boolean ready, List<Cluster> clusters, int total, @Nullable Integer next, int compared, boolean complete,
        @Nullable AsOf asOf) {
    static final ClusterPage WORKING = new ClusterPage(false, List.of(), 0, null, 0, false, null);

    /// Reports of which each coincides with another one.
    ///
    /// @param more
    ///            reports that are left out
    record Cluster(List<ClusterReport> reports, int more) {}

    record ClusterReport(String report, String title, String organization, String organizationName, String documentType,
            String documentName, String period, Instant receivedAt) {}
}
