package guidang.server.rectification;

import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sheet's row tells of an item besides what it is, its words durable.
///
/// @param closing
///            absent where the row tells of no close-out
record SheetFacts(List<Progress> progress, @Nullable Closing closing) {
    SheetFacts {
        progress = List.copyOf(progress);
    }

    record Progress(@Nullable LocalDate on, Blobs.Ref details) {}

    /// @param closed
    ///            whether it is closed; else it is asked for
    /// @param dated
    ///            the day on which it was closed
    /// @param details
    ///            the blob with the words that go with it; absent where there
    ///            are none
    record Closing(@Nullable LocalDate completed, boolean closed, @Nullable LocalDate dated, Blobs.@Nullable Ref details) {}

    /// The facts in order. What a clerk's sheet says is closed becomes a request;
    /// one of an officer above closes it.
    List<ItemRecord> of(OperationId request, Hands hands, Instant receivedAt) {
        String actor = hands.caller().subject();
        List<ItemRecord> facts = new ArrayList<>();
        progress.forEach(done -> facts.add(new ItemRecord.Progressed(List.of(), done.on(), done.details(), receivedAt, actor,
                hands.onBehalf(), true)));
        if (closing != null) {
            facts.add(new ItemRecord.CloseOutRequested(request, closing.completed(), closing.details(), receivedAt, actor,
                    hands.onBehalf()));
            hands.officer().filter(at -> closing.closed())
                    .ifPresent(at -> facts.add(new ItemRecord.Closed(request, at, closing.dated(), null, receivedAt, actor)));
        }
        return facts;
    }
}
