package guidang.server.filing;

import guidang.server.campaigns.AspectTemplates;
import guidang.server.inspection.PageBreaks;
import guidang.server.inspection.ReadStructure;
import guidang.server.inspection.Staged;
import guidang.server.inspection.TemplateChecks;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts together what readers see of a version: its record, its words, and what
/// organisation and campaign are called now. Asks nobody's leave: its callers
/// have passed [Reports].
@Component
class ReportViews {
    private final Journal journal;
    private final ReportBlobs blobs;
    private final SlotNames names;
    private final AspectTemplates templates;
    private final TemplateChecks checks;

    ReportViews(Journal journal, ReportBlobs blobs, SlotNames names, AspectTemplates templates, TemplateChecks checks) {
        this.journal = journal;
        this.blobs = blobs;
        this.names = names;
        this.templates = templates;
        this.checks = checks;
    }

    /// What a filing came to, as it stands now.
    Mono<Report> filed(Committed committed) {
        JournalRecord record = committed.records().getFirst();
        return journal.stream(record.stream()).map(Slot::of)
                .flatMap(slot -> Mono.justOrEmpty(slot.version(record.operation()))).flatMap(this::report);
    }

    /// A version that was committed just now, of which all is known.
    Mono<Report> fresh(Committed committed, ReportDetails details, Staged main) {
        JournalRecord record = committed.records().getFirst();
        Version version = new Version((ReportRecord.Filed) ReportCodec.read(record), record, null, null, null);
        Reading reading = new Reading(main.pages(), main.characters(), null, "", null);
        return names.of(version.filed()).map(named -> report(version, details, reading, named));
    }

    Mono<Report> report(Version version) {
        return Mono.zip(blobs.details(version.filed()), blobs.reading(version.filed()), names.of(version.filed()))
                .map(all -> report(version, all.getT1(), all.getT2(), all.getT3()));
    }

    Mono<ReadStructure> structure(Version version, Locale locale) {
        return blobs.reading(version.filed()).map(Reading::structured)
                .flatMap(
                        read -> templates.find(version.filed().campaign()).map(template -> checks.against(read, template, locale))
                                .defaultIfEmpty(read));
    }

    /// @param breaks
    ///            with a form feed where a page begins
    Mono<String> text(Version version, boolean breaks) {
        return blobs.reading(version.filed())
                .map(reading -> breaks ? PageBreaks.show(reading.text(), reading.pageStarts()) : reading.text());
    }

    Mono<History> history(Slot slot) {
        return Flux.fromIterable(slot.versions()).flatMapSequential(this::events)
                .collectSortedList(Comparator.comparingInt(HistoryEvent::position))
                .map(History::new);
    }

    private Flux<HistoryEvent> events(Version version) {
        Flux<HistoryEvent> filed = Flux.just(event(version, version.record(), version.filed(), null));
        ReportRecord.Withdrawn withdrawn = version.withdrawn();
        JournalRecord record = version.withdrawal();
        if (withdrawn == null || record == null) {
            return filed;
        }
        return filed.concatWith(blobs.reason(record.operation(), withdrawn.details())
                .map(words -> event(version, record, withdrawn, words.reason())));
    }

    private static HistoryEvent event(Version version, JournalRecord record, ReportRecord fact, @Nullable String reason) {
        return new HistoryEvent(record.position(), record.type(), fact.receivedAt(), version.filed().version(),
                version.id().value(),
                reason);
    }

    private static Report report(Version version, ReportDetails details, Reading reading, SlotNames.Named names) {
        ReportRecord.Filed filed = version.filed();
        return new Report(version.id().value(), filed.organization(), names.organization(), names.path(), filed.campaign(),
                names.campaign(), filed.documentType(), names.document(), filed.period().value(), filed.version(),
                version.state(), version.current(), details.title(), details.date(), filed.receivedAt(),
                version.record().committedAt(), version.record().commit() + 1, filed.onBehalf(), files(filed, details),
                reading.pages(), reading.characters(), value(filed.replaces()), value(version.supersededBy()));
    }

    private static @Nullable String value(@Nullable OperationId id) {
        return id == null ? null : id.value();
    }

    private static List<ReportFile> files(ReportRecord.Filed filed, ReportDetails details) {
        return IntStream.range(0, filed.files().size()).mapToObj(n -> file(n, filed.files().get(n), details.fileNames().get(n)))
                .toList();
    }

    private static ReportFile file(int n, ReportRecord.FiledFile file, String name) {
        return new ReportFile(n, file.role(), name, file.size(), file.sha256(), file.sm3(), file.mediaType());
    }
}
