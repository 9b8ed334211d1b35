package guidang.server.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the index fares.
///
/// @param state
///            `live`, `behind` by more than five seconds, or `down`:
///            Elasticsearch does not answer
/// @param position
///            of the journal, up to which everything is searchable
/// @param lagSeconds
///            how long the oldest commit that is not searchable has waited
/// @param quarantined
///            documents that could not be indexed
/// @param relocating
///            documents that still lie where an organisation lay before it
///            moved; nobody finds them there
/// @param heldUp
///            kinds of documents that this replica can't bring on although
///            Elasticsearch answers: a mapping that it refuses, an index that
///            may not be written
/// @param rebuilds
///            under way, or the last one; none where Elasticsearch does
///            not answer
public record IndexStatus(String state, long position, double lagSeconds, int quarantined, long relocating,
        List<HeldUp> heldUp, List<RebuildStatus> rebuilds) {
    public IndexStatus {
        heldUp = List.copyOf(heldUp);
        rebuilds = List.copyOf(rebuilds);
    }

    /// A kind of documents that does not go on.
    ///
    /// @param lane
    ///            `reports`, `obligations`, `passages` or `rectifications`
    /// @param since
    ///            of the first failure in a row
    /// @param reason
    ///            of the last, in Elasticsearch's words
    public record HeldUp(String lane, Instant since, String reason) {}

    /// A rebuild of one kind of documents.
    ///
    /// @param lane
    ///            `reports`, `obligations`, `passages` or `rectifications`
    /// @param phase
    ///            `requested`, `filling`, `comparing`, `swapping`, `done` or
    ///            `failed`
    /// @param position
    ///            how far it is filled
    /// @param filledAt
    ///            when the new index held all there was
    public record RebuildStatus(String lane, String phase, int generation, long position, long documents, Instant startedAt,
            @Nullable Instant filledAt, @Nullable Instant finishedAt, @Nullable Comparison comparison) {}
}
