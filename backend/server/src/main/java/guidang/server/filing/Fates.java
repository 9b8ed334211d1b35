package guidang.server.filing;

import guidang.server.filing.Version.Review;
import guidang.server.filing.Version.State;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of the versions of a slot, each by itself.
final class Fates {
    private final Set<OperationId> withdrawn = new HashSet<>();
    private final Map<OperationId, OperationId> moved = new HashMap<>();
    private final Map<OperationId, Review> reviews = new HashMap<>();
    private final Map<OperationId, ReportRecord.Sealed> sealed = new HashMap<>();
    private final Set<OperationId> destroyed = new HashSet<>();

    void add(Slot.Act act) {
        switch (act.fact()) {
            case ReportRecord.Withdrawn by -> withdrawn.add(by.report());
            case ReportRecord.Moved by -> moved.put(by.report(), by.into());
            case ReportRecord.Returned by -> reviews.put(by.report(), new Review(0, act));
            case ReportRecord.Reopened by -> reviews.put(by.report(), new Review(0, act));
            case ReportRecord.Accepted by -> reviews.merge(by.report(), new Review(1, act), Fates::further);
            case ReportRecord.Sealed by -> sealed.put(by.report(), by);
            case ReportRecord.Released by -> sealed.remove(by.report());
            case ReportRecord.Destroyed by -> destroyed.add(by.report());
            case ReportRecord.Filed _,SlotRecord.Exempted _,SlotRecord.Included _,SlotRecord.Extended _ -> {
                // Decides nothing about a version that is there.
            }
        }
    }

    private static Review further(Review before, Review accepted) {
        return new Review(before.levels() + accepted.levels(), accepted.last());
    }

    /// @param next
    ///            the version that counts instead, if this one is not void
    Version version(ReportRecord.Filed filed, JournalRecord record, @Nullable OperationId next) {
        OperationId id = filed.report();
        State state = state(id, next);
        return new Version(filed, record, state, sealed.get(id), state == State.SUPERSEDED ? next : null, moved.get(id),
                reviews.getOrDefault(id, Review.NONE));
    }

    private State state(OperationId version, @Nullable OperationId next) {
        if (destroyed.contains(version)) {
            return State.DESTROYED;
        }
        if (sealed.containsKey(version)) {
            return State.SEALED;
        }
        if (moved.containsKey(version)) {
            return State.MOVED;
        }
        if (withdrawn.contains(version)) {
            return State.WITHDRAWN;
        }
        return next == null ? reviews.getOrDefault(version, Review.NONE).state() : State.SUPERSEDED;
    }
}
