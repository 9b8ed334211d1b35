package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.inspection.ReadDocument;
import guidang.server.inspection.ReadStructure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The words of filed reports, for rooms that compare them.
@Component
public final class ReportTexts {
    private final Reports reports;
    private final ReportBlobs blobs;
    private final SlotNames names;

    ReportTexts(Reports reports, ReportBlobs blobs, SlotNames names) {
        this.reports = reports;
        this.blobs = blobs;
        this.names = names;
    }

    /// A report and where it was filed.
    public record Text(ReportRecord.Filed filed, ReadDocument document) {}

    /// What people call a report and the parts of its slot.
    public record Called(String title, String organization, String path, String campaign, String document) {}

    /// Errors: `NOT_FOUND` where there is none, and alike where the caller may not
    /// read it; `REPORT_SEALED` where nobody may.
    public Mono<Text> readable(Caller caller, String report) {
        return filed(caller, report).flatMap(this::text);
    }

    /// A report, its text and what the reader made of it.
    public record Structured(ReportRecord.Filed filed, String text, ReadStructure structure) {}

    /// Errors as [#readable].
    public Mono<Structured> structured(Caller caller, String report) {
        return filed(caller, report).flatMap(filed -> blobs.reading(filed)
                .map(reading -> new Structured(filed, reading.text(), reading.structured())));
    }

    /// Where a report was filed. Errors as [#readable].
    public Mono<ReportRecord.Filed> filed(Caller caller, String report) {
        return reports.open(caller, report).map(Version::filed);
    }

    /// Whoever asks: only what many reports have in common may be made of it. Empty
    /// where there is none. Error: `REPORT_SEALED`.
    public Mono<Text> any(String report) {
        return reports.open(report).map(Version::filed).flatMap(this::text);
    }

    private Mono<Text> text(ReportRecord.Filed filed) {
        return blobs.document(filed).map(document -> new Text(filed, document));
    }

    /// Why something was done to a report that the caller was let read. Empty where
    /// nothing was said.
    public Mono<Reason> reason(Slot.Act act) {
        return blobs.reason(act);
    }

    /// Of a report that the caller was let read.
    public Mono<Called> called(ReportRecord.Filed filed) {
        return Mono.zip(blobs.details(filed), names.of(filed)).map(both -> new Called(both.getT1().title(),
                both.getT2().organization(), both.getT2().path(), both.getT2().campaign(), both.getT2().document()));
    }
}
