package guidang.server.index;

import guidang.server.access.OrganizationPaths;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Brings documents over to where their organisations lie now.
///
/// A generation that is searched goes on being written and searched meanwhile:
/// what lies under an old path is made again, as of one view, page by page,
/// until nothing lies there. What was brought over is found no more, so a run
/// that was killed goes on by beginning again.
///
/// A generation that is being filled is read by nobody and is compared
/// afterwards: there a batch in which organisations moved touches all
/// their slots.
@Component
final class Relocation {
    private static final Logger LOG = LoggerFactory.getLogger(Relocation.class);

    private final Journal journal;
    private final OrganizationPaths paths;
    private final SubtreeScan scan;
    private final Mappings mappings;

    Relocation(Journal journal, Whereabouts whereabouts, SubtreeScan scan, Mappings mappings) {
        this.journal = journal;
        this.paths = whereabouts.paths();
        this.scan = scan;
        this.mappings = mappings;
    }

    /// Brings over what the tree moved before the projection's position; then the
    /// projection is noted to follow that view. Whether all could be: what can't be
    /// read stays where it is, and is tried again.
    Mono<Boolean> follow(Projection projection) {
        long view = projection.position();
        if (paths.lastRelocation() < projection.followed() || paths.position() < view) {
            return Mono.just(true);
        }
        StalePlaces stale = StalePlaces.between(paths, projection.followed(), view);
        if (stale.isEmpty()) {
            return Mono.fromRunnable(() -> projection.followed(view)).thenReturn(true);
        }
        LOG.info("{}: {} places moved", projection.generation().index(), stale.old().size());
        return round(projection, stale.old(), view).then(Mono.defer(() -> left(projection, stale.old(), view)))
                .map(left -> settled(projection, view, left == 0));
    }

    private static boolean settled(Projection projection, long view, boolean done) {
        if (done) {
            projection.followed(view);
            LOG.info("{} follows the tree of position {}", projection.generation().index(), view);
        }
        return done;
    }

    private Mono<Void> round(Projection projection, List<String> places, long view) {
        return mappings.refresh(projection.generation())
                .thenMany(Flux.defer(() -> scan.at(projection.generation(), places)))
                .concatMap(page -> bring(projection, page, view), 1)
                .then(mappings.refresh(projection.generation()));
    }

    private Mono<Void> bring(Projection projection, List<SubtreeScan.Lying> page, long view) {
        Set<StreamKey> slots = page.stream().filter(each -> each.version() < view).map(SubtreeScan.Lying::slot)
                .collect(Collectors.toSet());
        return slots.isEmpty() ? Mono.empty() : projection.again(Batch.again(journal, view, slots));
    }

    /// What was written of a later view lies where it belonged then.
    private Mono<Long> left(Projection projection, List<String> places, long view) {
        return scan.at(projection.generation(), places).concatMapIterable(page -> page).filter(each -> each.version() < view)
                .count();
    }

    /// How many documents of a generation are still to follow.
    Mono<Long> waiting(Generation generation, StalePlaces stale) {
        return stale.isEmpty() ? Mono.just(0L) : scan.count(generation, stale.old());
    }

    /// The batch, with the slots of all who went into the one right above them
    /// within it, or came back from it: they lie where they lay, and somebody else
    /// accepts what they filed.
    Mono<Batch> regrouped(Generation generation, Batch batch) {
        if (generation.lane() != Lane.REPORTS || batch.passed().isEmpty()) {
            return Mono.just(batch);
        }
        return mappings.refresh(generation)
                .thenMany(Flux.defer(() -> scan.at(generation, batch.passed().stream()
                        .flatMap(code -> paths.pathAt(code, batch.placed()).stream()).toList())))
                .doOnNext(page -> page.forEach(each -> batch.touch(each.slot()))).then(Mono.just(batch));
    }

    /// The batch, with the slots of all who came to lie elsewhere within it, too.
    Mono<Batch> widened(Generation generation, Batch batch) {
        return regrouped(generation, batch).flatMap(all -> moved(generation, all));
    }

    private Mono<Batch> moved(Generation generation, Batch batch) {
        StalePlaces stale = StalePlaces.between(paths, batch.placedBefore(), batch.placed());
        if (stale.isEmpty()) {
            return Mono.just(batch);
        }
        // Half of them lie at the new place already, where it was begun before.
        return mappings.refresh(generation).thenMany(Flux.defer(() -> scan.at(generation, stale.all())))
                .doOnNext(page -> page.forEach(each -> batch.touch(each.slot()))).then(Mono.just(batch));
    }
}
