package guidang.server.filing;

import guidang.server.filing.Version.State;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The place of one document of one organisation in one campaign, folded from
/// its stream.
///
/// @param versions
///            in the order in which they came in; at most one is current, and it
///            is the last that is not void
/// @param acts
///            all that happened, in order
public record Slot(List<Version> versions, List<Act> acts) {
    public Slot {
        versions = List.copyOf(versions);
        acts = List.copyOf(acts);
    }

    /// One thing that happened, and the journal's record of it.
    public record Act(ReportRecord fact, JournalRecord record) {}

    /// Folds a whole stream, or the beginning of one.
    public static Slot of(List<JournalRecord> stream) {
        List<Act> acts = stream.stream().map(record -> new Act(ReportCodec.read(record), record)).toList();
        Fates fates = new Fates();
        acts.forEach(act -> fates.add(act.fact()));
        return new Slot(backwards(acts, fates), acts);
    }

    /// What became of the versions, each by itself.
    private static final class Fates {
        private final Set<OperationId> withdrawn = new HashSet<>();
        private final Map<OperationId, ReportRecord.Sealed> sealed = new HashMap<>();
        private final Set<OperationId> destroyed = new HashSet<>();

        void add(ReportRecord fact) {
            switch (fact) {
                case ReportRecord.Filed filed -> {
                }
                case ReportRecord.Withdrawn by -> withdrawn.add(by.report());
                case ReportRecord.Sealed by -> sealed.put(by.report(), by);
                case ReportRecord.Released by -> sealed.remove(by.report());
                case ReportRecord.Destroyed by -> destroyed.add(by.report());
            }
        }

        /// @param next
        ///            the version that counts instead, if this one is not void
        State of(OperationId version, @Nullable OperationId next) {
            if (destroyed.contains(version)) {
                return State.DESTROYED;
            }
            if (sealed.containsKey(version)) {
                return State.SEALED;
            }
            if (withdrawn.contains(version)) {
                return State.WITHDRAWN;
            }
            return next == null ? State.FILED : State.SUPERSEDED;
        }
    }

    /// From the last version to the first, so that each knows the one that
    /// superseded it.
    private static List<Version> backwards(List<Act> acts, Fates fates) {
        List<Version> versions = new ArrayList<>();
        @Nullable
        OperationId next = null;
        for (Act act : acts.reversed()) {
            if (act.fact() instanceof ReportRecord.Filed filed) {
                State state = fates.of(filed.report(), next);
                versions.add(new Version(filed, act.record(), state, fates.sealed.get(filed.report()),
                        state == State.SUPERSEDED ? next : null));
                next = state.isVoid() ? next : filed.report();
            }
        }
        return versions.reversed();
    }

    /// What counts as delivered; empty where nothing is, or all of it is void.
    public Optional<Version> current() {
        return versions.stream().filter(Version::current).findFirst();
    }

    public Optional<Version> version(OperationId id) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }
}
