package guidang.server.review;

import guidang.server.access.Caller;
import guidang.server.filing.ReportTexts;
import guidang.server.filing.ReportTexts.Text;
import guidang.server.filing.Reports;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.review.VersionComparison.Kind;
import guidang.server.review.VersionComparison.Passage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Compares a version with the one before it in its slot.
@Component
class Comparing {
    private final Reports reports;
    private final ReportTexts texts;

    Comparing(Reports reports, ReportTexts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    /// Errors: those of [ReportTexts#readable]; `NOT_FOUND` where there is no
    /// version before it that can be read.
    Mono<VersionComparison> withTheOneBefore(Caller caller, String report) {
        return reports.readable(caller, report).flatMap(version -> reports.slot(report)
                .flatMap(slot -> Mono.justOrEmpty(before(slot, version))))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)))
                .flatMap(before -> Mono.zip(texts.readable(caller, before.id().value()), texts.readable(caller, report)))
                .publishOn(Schedulers.boundedElastic()).map(both -> compared(both.getT1(), both.getT2()))
                .publishOn(Schedulers.parallel());
    }

    private static Optional<Version> before(Slot slot, Version version) {
        return slot.versions().reversed().stream().filter(other -> other.filed().version() < version.filed().version())
                .filter(other -> !other.closed()).findFirst();
    }

    private static VersionComparison compared(Text before, Text after) {
        List<Passage> passages = TextDifference.of(before.document().text(), after.document().text());
        int changed = (int) passages.stream().filter(passage -> passage.kind() != Kind.SAME).count();
        return new VersionComparison(before.filed().report().value(), before.filed().version(), after.filed().report().value(),
                after.filed().version(), changed, passages);
    }
}
