package guidang.server.filing;

import guidang.server.corrections.Corrections;
import guidang.server.objects.Blobs;
import guidang.server.objects.ObjectStore.Removal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets go of what a destroyed version consisted of: its files, what was read
/// of them, its words, why it was withdrawn, moved or returned, what other rooms
/// took from it, and the corrections of the days on which it may have been
/// confirmed (which of them was its, nobody knows). Repeatable.
@Component
public final class Disposal {
    private final Blobs blobs;
    private final Reports reports;
    private final Corrections corrections;
    private final ObjectProvider<AfterDestruction> after;

    Disposal(Blobs blobs, Reports reports, Corrections corrections, ObjectProvider<AfterDestruction> after) {
        this.blobs = blobs;
        this.reports = reports;
        this.corrections = corrections;
        this.after = after;
    }

    /// Removes all of it.
    ///
    /// @param slot
    ///            in which the version lies
    /// @return whether the store let go of all of it; empty where the version is
    ///         not destroyed
    public Mono<Removal> dispose(Slot slot, Version version) {
        if (version.state() != Version.State.DESTROYED) {
            return Mono.empty();
        }
        LocalDate day = LocalDate.ofInstant(version.filed().receivedAt(), ZoneOffset.UTC);
        return Flux
                .concat(blobs.destroy(version.filed().blobs(), named(version.filed())), reasons(slot, version), before(version),
                        elsewhere(version.filed()))
                .collectList().delayUntil(_ -> corrections.erase(day, day.plusDays(1)))
                .map(all -> all.contains(Removal.KEPT) ? Removal.KEPT : Removal.REMOVED);
    }

    /// They may repeat its words; why it was sealed and destroyed stays.
    private Flux<Removal> reasons(Slot slot, Version version) {
        return Flux.fromIterable(slot.acts()).filter(act -> act.fact() instanceof ReportRecord of
                && of.report().equals(version.id()) && goes(of)).concatMap(this::reason);
    }

    private Mono<Removal> reason(Slot.Act act) {
        Blobs.Ref details = act.fact().details();
        return details == null ? Mono.empty() : blobs.destroy(act.record().operation(), List.of(details));
    }

    private static boolean goes(ReportRecord fact) {
        return switch (fact) {
            case ReportRecord.Withdrawn _,ReportRecord.Moved _,ReportRecord.Returned _,ReportRecord.Accepted _,ReportRecord.Reopened _ ->
                true;
            case ReportRecord.Filed _,ReportRecord.Sealed _,ReportRecord.Released _,ReportRecord.Destroyed _ -> false;
        };
    }

    /// What was said of it in the slot that it was moved out of.
    private Flux<Removal> before(Version version) {
        ReportRecord.Origin origin = version.filed().origin();
        return origin == null
                ? Flux.empty()
                : reports.slot(origin.report().value()).flatMapMany(slot -> Flux.defer(() -> {
                    Version there = slot.version(origin.report()).orElseThrow();
                    return Flux.concat(reasons(slot, there), before(there));
                }));
    }

    /// What other rooms took from it.
    private Flux<Removal> elsewhere(ReportRecord.Filed version) {
        return Flux.fromStream(after.orderedStream()).concatMap(room -> room.destroyed(version));
    }

    private static List<Blobs.Ref> named(ReportRecord.Filed filed) {
        List<Blobs.Ref> named = new ArrayList<>(filed.files().stream().map(ReportRecord.FiledFile::blob).toList());
        named.add(filed.reading());
        named.add(filed.details());
        return named;
    }
}
