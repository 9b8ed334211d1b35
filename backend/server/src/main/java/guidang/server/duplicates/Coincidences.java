package guidang.server.duplicates;

import guidang.server.query.AsOf;
import java.time.Instant;
import java.util.List;

/// Reports that the caller may read and with which a report coincides, the
/// latest first.
record Coincidences(List<Coincidence> items, AsOf asOf) {
    /// Another report, and what of it coincides.
    ///
    /// @param passages
    ///            in the order of the text
    /// @param more
    ///            passages that are left out
    record Coincidence(String report, String title, String organization, String organizationName, String campaign,
            String campaignName, String documentType, String documentName, String period, int version, Instant receivedAt,
            List<CoincidingPassage> passages, int more) {}

    /// Words on both sides.
    record CoincidingPassage(PassageSide here, PassageSide there) {}

    /// @param role
    ///            of the section in which it stands
    /// @param start
    ///            UTF-16 offset into the text, as all of these
    /// @param text
    ///            the words; cut where they are very many
    /// @param same
    ///            what of it stands on the other side too
    record PassageSide(String role, int start, int end, String text, List<SameWords> same) {}

    record SameWords(int start, int end) {}
}
