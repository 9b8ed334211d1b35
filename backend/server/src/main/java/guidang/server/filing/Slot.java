package guidang.server.filing;

import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    public record Act(SlotRecord fact, JournalRecord record) {}

    /// Folds a whole stream, or the beginning of one.
    public static Slot of(List<JournalRecord> stream) {
        List<Act> acts = stream.stream().map(record -> new Act(ReportCodec.read(record), record)).toList();
        Fates fates = new Fates();
        acts.forEach(fates::add);
        return new Slot(backwards(acts, fates), acts);
    }

    /// From the last version to the first, so that each knows the one that
    /// superseded it.
    private static List<Version> backwards(List<Act> acts, Fates fates) {
        List<Version> versions = new ArrayList<>();
        @Nullable
        OperationId next = null;
        for (Act act : acts.reversed()) {
            if (act.fact() instanceof ReportRecord.Filed filed) {
                Version version = fates.version(filed, act.record(), next);
                versions.add(version);
                next = version.state().isVoid() ? next : filed.report();
            }
        }
        return versions.reversed();
    }

    /// Whether nothing is expected in it.
    public boolean exempted() {
        return last(fact -> fact instanceof SlotRecord.Exempted || fact instanceof SlotRecord.Included)
                .filter(SlotRecord.Exempted.class::isInstance).isPresent();
    }

    /// Its last day where that is another one than the campaign's; empty where it
    /// never was extended.
    public Optional<LocalDate> extended() {
        return last(SlotRecord.Extended.class::isInstance).map(fact -> ((SlotRecord.Extended) fact).due());
    }

    private Optional<SlotRecord> last(Predicate<SlotRecord> kind) {
        return acts.reversed().stream().map(Act::fact).filter(kind).findFirst();
    }

    /// What counts as delivered; empty where nothing is, or all of it is void.
    public Optional<Version> current() {
        return versions.stream().filter(Version::current).findFirst();
    }

    public Optional<Version> version(OperationId id) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }
}
