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
public class ReportViews {
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

    /// The answer to a command: the report as it stands now, and the proof of what
    /// the command wrote.
    public Mono<FiledReport> answer(Committed committed, Mono<Report> report) {
        return Mono.zip(report, journal.receipt(committed.records().getFirst()).map(ReceiptView::of),
                (view, receipt) -> new FiledReport(view, receipt, committed.position()));
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
        Version version = Version.fresh((ReportRecord.Filed) ReportCodec.read(record), record);
        Reading reading = new Reading(main.pages(), main.characters(), null, "", null);
        return names.of(version.filed()).map(named -> report(version, details, reading, named));
    }

    /// Of a version that nobody may read, only what its record holds: its title is
    /// then what kind of document it is, and its files have no names.
    public Mono<Report> report(Version version) {
        if (version.closed()) {
            return names.of(version.filed()).map(named -> report(version, withoutWords(version, named), Reading.NONE, named));
        }
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
        return Flux.fromIterable(slot.acts()).concatMap(act -> event(slot, act)).collectList().map(History::new);
    }

    private Mono<HistoryEvent> event(Slot slot, Slot.Act act) {
        return act.fact() instanceof ReportRecord.Filed
                ? Mono.just(event(slot, act, null))
                : blobs.reason(act).map(words -> event(slot, act, words.reason())).defaultIfEmpty(event(slot, act, null));
    }

    private static HistoryEvent event(Slot slot, Slot.Act act, @Nullable String reason) {
        Version version = act.fact() instanceof ReportRecord of ? slot.version(of.report()).orElseThrow() : null;
        return new HistoryEvent(act.record().position(), act.record().type(), act.fact().receivedAt(),
                version == null ? null : version.filed().version(), version == null ? null : version.id().value(), reason);
    }

    private static Report report(Version version, ReportDetails details, Reading reading, SlotNames.Named names) {
        ReportRecord.Filed filed = version.filed();
        return new Report(version.id().value(), filed.organization(), names.organization(), names.path(), filed.campaign(),
                names.campaign(), filed.documentType(), names.document(), filed.period().value(), filed.version(),
                version.state(), version.current(), details.title(), details.date(), filed.receivedAt(),
                version.record().committedAt(), version.record().commit() + 1, filed.onBehalf(), files(filed, details),
                reading.pages(), reading.characters(), value(filed.replaces()), value(version.supersededBy()),
                value(version.movedTo()), filed.untimed());
    }

    private static ReportDetails withoutWords(Version version, SlotNames.Named names) {
        return new ReportDetails(1, names.document(), null, version.filed().files().stream().map(file -> "").toList());
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
