package guidang.server.filing;

import guidang.server.objects.Blobs;
import guidang.server.objects.ObjectStore.Removal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets go of what a destroyed version consisted of: its files, what was read
/// of them, its words, why it was withdrawn, and the corrections of the days on
/// which it may have been confirmed (which of them was its, nobody
/// knows). Repeatable.
@Component
public final class Disposal {
    private final Blobs blobs;
    private final Corrections corrections;

    Disposal(Blobs blobs, Corrections corrections) {
        this.blobs = blobs;
        this.corrections = corrections;
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
        return Flux.concat(blobs.destroy(version.id(), named(version.filed())), withdrawals(slot, version)).collectList()
                .delayUntil(_ -> corrections.erase(day, day.plusDays(1)))
                .map(all -> all.contains(Removal.KEPT) ? Removal.KEPT : Removal.REMOVED);
    }

    private Flux<Removal> withdrawals(Slot slot, Version version) {
        return Flux.fromIterable(slot.acts())
                .filter(act -> act.fact() instanceof ReportRecord.Withdrawn by && by.report().equals(version.id()))
                .concatMap(act -> blobs.destroy(act.record().operation(), List.of(act.fact().details())));
    }

    private static List<Blobs.Ref> named(ReportRecord.Filed filed) {
        List<Blobs.Ref> named = new ArrayList<>(filed.files().stream().map(ReportRecord.FiledFile::blob).toList());
        named.add(filed.reading());
        named.add(filed.details());
        return named;
    }
}
