package guidang.server.filing;

import guidang.server.objects.Blobs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A fact on a slot's stream: about one of its versions ([ReportRecord]), or
/// about what is expected of the slot. It holds no words: these lie in the blobs
/// that it names, under the operation that wrote it.
public sealed interface SlotRecord permits ReportRecord, SlotRecord.Exempted, SlotRecord.Included, SlotRecord.Extended {
    /// The last byte of the request that brought it.
    Instant receivedAt();

    /// The subject that asked for it.
    String actor();

    /// A details blob: a [ReportDetails] or a [Reason]; absent where nothing
    /// was said.
    Blobs.@Nullable Ref details();

    /// Nothing is expected in the slot from here on.
    record Exempted(Instant receivedAt, String actor, Blobs.Ref details) implements SlotRecord {}

    /// An exemption is taken back.
    record Included(Instant receivedAt, String actor, Blobs.Ref details) implements SlotRecord {}

    /// Its last day is another one from here on; the last extension counts.
    record Extended(LocalDate due, Instant receivedAt, String actor, Blobs.Ref details) implements SlotRecord {}
}
