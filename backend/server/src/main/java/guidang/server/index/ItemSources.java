package guidang.server.index;

import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.OperationId;
import guidang.server.rectification.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The reports that the items of a batch came from: whether one was found to
/// hold what must not lie in the archive, which the items' words hold then too.
/// It does not matter where the report was moved to since.
final class ItemSources {
    private static final Set<String> CHANGES = Set.of("sealed", "released", "destroyed");

    private final Journal journal;
    private final Batch batch;
    private final Map<OperationId, Mono<Spilt>> known = new ConcurrentHashMap<>();

    ItemSources(Journal journal, Batch batch) {
        this.journal = journal;
        this.batch = batch;
    }

    /// Whether a report is for nobody.
    ///
    /// @param before
    ///            as of the view before the batch
    record Spilt(boolean now, boolean before) {
        static final Spilt NOT = new Spilt(false, false);
    }

    /// @param report
    ///            none: it came from none
    Mono<Spilt> of(@Nullable OperationId report) {
        return report == null ? Mono.just(Spilt.NOT) : known.computeIfAbsent(report, id -> read(id).cache());
    }

    private Mono<Spilt> read(OperationId report) {
        return slot(report).flatMap(batch::stream).flatMap(stream -> {
            Slot now = Slot.of(stream);
            boolean before = Slot.of(batch.earlier(stream)).version(report).filter(ItemSources::isSpilt).isPresent();
            return now.version(report).map(version -> moved(version, before)).orElse(Mono.just(Spilt.NOT));
        }).defaultIfEmpty(Spilt.NOT);
    }

    private Mono<Spilt> moved(Version version, boolean before) {
        OperationId into = version.movedTo();
        return into == null
                ? Mono.just(new Spilt(isSpilt(version), before))
                : read(into).map(there -> new Spilt(isSpilt(version) || there.now, before || there.before));
    }

    private static boolean isSpilt(Version version) {
        return version.state() == Version.State.SEALED || version.state() == Version.State.DESTROYED;
    }

    /// The slot of a version; empty where it is unknown.
    private Mono<StreamKey> slot(OperationId report) {
        return journal.operation(report).flatMap(written -> Mono.justOrEmpty(written.records().stream()
                .filter(record -> record.type().equals("filed") && record.operation().equals(report))
                .map(JournalRecord::stream).findFirst()));
    }

    /// The items that came from reports which the batch seals, releases
    /// or destroys.
    Flux<StreamKey> changed() {
        return batch.touched("reports").filter(key -> batch.within(key).stream().anyMatch(r -> CHANGES.contains(r.type())))
                .concatMap(key -> batch.stream(key).flatMapMany(stream -> changed(Slot.of(stream), batch.within(key))));
    }

    private Flux<StreamKey> changed(Slot slot, List<JournalRecord> records) {
        Stream<OperationId> reports = records.stream().filter(record -> CHANGES.contains(record.type())).map(ReportCodec::read)
                .flatMap(fact -> fact instanceof ReportRecord of ? Stream.of(of.report()) : Stream.empty()).distinct();
        return Flux.fromStream(reports).concatMap(report -> Mono.justOrEmpty(slot.version(report)))
                .concatMap(version -> items(version.filed()));
    }

    /// Of the version, and of what it was before it was moved.
    private Flux<StreamKey> items(ReportRecord.Filed filed) {
        ReportRecord.Origin origin = filed.origin();
        Flux<StreamKey> here = batch.stream(StreamKey.register(filed.campaign(), filed.organization()))
                .flatMapIterable(stream -> Register.of(stream).from(filed.report()))
                .map(entry -> StreamKey.rectification(filed.organization(), entry.item()));
        return origin == null ? here : here.concatWith(before(origin.report()));
    }

    private Flux<StreamKey> before(OperationId report) {
        return slot(report).flatMap(batch::stream).flatMap(stream -> Mono.justOrEmpty(Slot.of(stream).version(report)))
                .flatMapMany(version -> items(version.filed()));
    }
}
