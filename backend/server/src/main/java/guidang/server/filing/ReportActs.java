package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Decision;
import guidang.server.journal.Journal;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Does to a version what a person asks for, with a reason and a receipt: the
/// reason is durable first, then the rule is applied in the view in which the
/// act is committed. Repeating under the same key is the same act. Errors of all
/// acts: those of their rules and of [Journal#submit], and `NOT_FOUND`.
@Component
public final class ReportActs {
    private final Reports reports;
    private final ReportBlobs blobs;
    private final Journal journal;
    private final Places places;
    private final ReportViews views;

    ReportActs(Reports reports, ReportBlobs blobs, Journal journal, Places places, ReportViews views) {
        this.reports = reports;
        this.blobs = blobs;
        this.journal = journal;
        this.places = places;
        this.views = views;
    }

    /// What is asked for.
    ///
    /// @param verb
    ///            the last part of the route
    /// @param said
    ///            what else the request holds: another one under the same key is
    ///            refused
    /// @param reason
    ///            absent where the act needs none and none was given
    public record Request(Caller caller, String key, String report, String verb, List<Object> said, @Nullable Reason reason,
            Instant receivedAt) {
        OperationId operation() {
            return OperationId.of(caller.subject(), "POST /api/reports/" + report + "/" + verb, key);
        }

        String digest() {
            return Digests.hex(ReportCodec.bytes(reason == null ? said : List.of(said, reason)));
        }
    }

    /// What becomes of the version, or why not: a pure function.
    @FunctionalInterface
    public interface Rule {
        List<NewRecord> decide(Situation situation);
    }

    /// An act that writes one fact about the version.
    @FunctionalInterface
    public interface Fact {
        ReportRecord decide(Situation situation);
    }

    public Mono<FiledReport> act(Request request, Fact fact) {
        return submit(request, now -> List.of(ReportCodec.write(ReportCodec.slot(now.filed()), fact.decide(now))))
                .flatMap(committed -> views.answer(committed,
                        reports.readable(request.caller(), request.report()).flatMap(views::report)));
    }

    Mono<Committed> submit(Request request, Rule rule) {
        OperationId operation = request.operation();
        return reports.readable(request.caller(), request.report()).map(Version::filed)
                .flatMap(filed -> decision(operation, filed, request.reason(), rule))
                .flatMap(decision -> journal.submit(new Command(operation, request.digest(), decision)));
    }

    private Mono<Decision> decision(OperationId operation, ReportRecord.Filed filed, @Nullable Reason reason, Rule rule) {
        return reason == null
                ? Mono.just(new Deciding(places, filed, null, rule))
                : blobs.words(operation, reason).map(details -> new Deciding(places, filed, details, rule));
    }

    private record Deciding(Places places, ReportRecord.Filed filed, Blobs.@Nullable Ref details, Rule rule)
            implements
                Decision {
        @Override
        public List<NewRecord> decide(View view) {
            StreamKey key = ReportCodec.slot(filed);
            view.need(List.of(key, StreamKey.organization(filed.organization())));
            Slot slot = Slot.of(view.stream(key));
            Version version = slot.version(filed.report()).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
            return rule.decide(new Situation(view, places.lineage(view, filed.organization()), slot, version, details));
        }
    }
}
