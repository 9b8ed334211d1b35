package guidang.server.spill;

import guidang.server.filing.Disposal;
import guidang.server.filing.Reports;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.index.Forgetting;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Removal;
import guidang.server.objects.Payload;
import guidang.server.objects.Recurring;
import guidang.server.spill.Sealing.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// What is to be removed because a record says so, until it is: noted in `work`
/// at `state/removals/{report}/0.json` before the record is made, and struck off
/// when nothing is left. So a crash at any point leaves either nothing or a
/// note. Every replica works through the notes; that is harmless.
final class Removals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Removals.class);
    private static final String KIND = "removals";
    private static final int LIMIT = 1 << 10;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    /// A note whose report is not destroyed after this is of a request that
    /// was refused.
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectStore work;
    private final Reports reports;
    private final Disposal disposal;
    private final Forgetting forgetting;
    private final InstantSource clock;
    private final Recurring running;

    Removals(ObjectStore work, Reports reports, Disposal disposal, Forgetting forgetting, InstantSource clock) {
        this.work = work;
        this.reports = reports;
        this.disposal = disposal;
        this.forgetting = forgetting;
        this.clock = clock;
        this.running = Recurring.every(PERIOD, "removals", this::pass);
    }

    /// @param format
    ///            1
    /// @param since
    ///            when it was noted
    /// @param kept
    ///            whether the store did not let go, when it was tried last
    record Note(int format, Instant since, boolean kept) {}

    /// Notes that the report's bytes are to go, should it be destroyed.
    Mono<Void> intend(OperationId report) {
        return work.putIfAbsent(key(report), Payload.of(JSON.writeValueAsBytes(new Note(1, clock.instant(), false)))).then();
    }

    /// Removes now what can be removed now; what fails is tried again by and by.
    Mono<Void> attempt(OperationId report) {
        return note(report).flatMap(note -> remove(report, note))
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn("A destroyed report stays until the next attempt: {}",
                        failure.toString())));
    }

    /// How far the removal of a destroyed report has come.
    Mono<Progress> progress(OperationId report) {
        return note(report).map(note -> note.kept() ? Progress.KEPT : Progress.PENDING).defaultIfEmpty(Progress.REMOVED);
    }

    /// Tries all that is noted once.
    private Mono<Void> pass() {
        return work.list(Layout.states(KIND), "").map(Removals::report).concatMap(this::attempt).then();
    }

    private Mono<Void> remove(OperationId report, Note note) {
        return reports.slot(report.value()).flatMap(slot -> Mono.justOrEmpty(slot.version(report))
                .flatMap(version -> version.state() == Version.State.DESTROYED
                        ? destroyed(slot, version, note)
                        : dropIfAbandoned(report, note)));
    }

    private Mono<Void> destroyed(Slot slot, Version version, Note note) {
        return disposal.dispose(slot, version)
                .flatMap(removal -> removal == Removal.KEPT ? keep(version.id(), note) : forget(slot, version.id()));
    }

    private Mono<Void> keep(OperationId report, Note note) {
        return work.replace(key(report), JSON.writeValueAsBytes(new Note(1, note.since(), true)));
    }

    /// The words are in the index until it has caught up with the record, and a
    /// while longer: struck off only when they are gone there too.
    private Mono<Void> forget(Slot slot, OperationId report) {
        long position = slot.acts().getLast().record().commit() + 1;
        return forgetting.forget(position, slot.acts().getLast().record().committedAt()).filter(gone -> gone)
                .flatMap(gone -> work.delete(key(report)));
    }

    private Mono<Void> dropIfAbandoned(OperationId report, Note note) {
        return note.since().plus(ABANDONED).isBefore(clock.instant()) ? work.delete(key(report)) : Mono.empty();
    }

    private Mono<Note> note(OperationId report) {
        return work.get(key(report), LIMIT).map(bytes -> JSON.readValue(bytes, Note.class));
    }

    private static String key(OperationId report) {
        return Layout.state(KIND, report.value(), 0);
    }

    private static OperationId report(String key) {
        String rest = key.substring(Layout.states(KIND).length());
        return new OperationId(rest.substring(0, rest.indexOf('/')));
    }

    @Override
    public void close() {
        running.close();
    }
}
