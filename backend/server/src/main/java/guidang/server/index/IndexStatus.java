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
/// @param rebuilds
///            under way, or the last one; none where Elasticsearch does
///            not answer
public record IndexStatus(String state, long position, double lagSeconds, int quarantined, long relocating,
        List<RebuildStatus> rebuilds) {
    public IndexStatus {
        rebuilds = List.copyOf(rebuilds);
    }

    /// A rebuild of one kind of documents.
    ///
    /// @param lane
    ///            `reports`, `obligations` or `passages`
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
