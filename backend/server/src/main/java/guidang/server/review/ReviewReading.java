package guidang.server.review;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.filing.Reason;
import guidang.server.filing.ReportTexts;
import guidang.server.filing.Reports;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.kernel.Code;
import guidang.server.review.ReviewView.Level;
import guidang.server.review.ReviewView.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells how it stands with reviews, on the tree of now.
@Component
class ReviewReading {
    private final Reports reports;
    private final ReportTexts texts;
    private final Reviewers reviewers;
    private final OrganizationNames names;

    ReviewReading(Reports reports, ReportTexts texts, Reviewers reviewers, OrganizationNames names) {
        this.reports = reports;
        this.texts = texts;
        this.reviewers = reviewers;
        this.names = names;
    }

    /// Errors: those of [Reports#readable].
    Mono<ReviewView> of(Caller caller, String report) {
        return reports.readable(caller, report).flatMap(version -> of(caller, version));
    }

    private Mono<ReviewView> of(Caller caller, Version version) {
        Levels levels = reviewers.levels(version);
        return Mono.zip(names.names(levels.accepting()), said(version),
                (named, said) -> view(caller, version, levels, named, said));
    }

    /// What was said of what nobody reads is for nobody either.
    private Mono<Optional<Said>> said(Version version) {
        Slot.Act last = version.closed() ? null : version.review().last();
        return last == null
                ? Mono.just(Optional.empty())
                : texts.reason(last).map(reason -> Optional.of(said(last, reason.reason(), reason)))
                        .defaultIfEmpty(Optional.of(said(last, null, null)));
    }

    private static Said said(Slot.Act act, @Nullable String words,
            @Nullable Reason reason) {
        List<Reason.Mark> marks = reason == null || reason.marks() == null ? List.of() : reason.marks();
        return new Said(act.record().type(), act.fact().receivedAt(), words, marks);
    }

    private static ReviewView view(Caller caller, Version version, Levels levels, Map<Code, String> named,
            Optional<Said> said) {
        int accepted = version.review().levels();
        Version.State state = version.state();
        boolean other = !version.filed().actor().equals(caller.subject()) && !levels.accepting().isEmpty();
        boolean turn = other && levels.reviews(caller, accepted);
        boolean last = other && levels.reviews(caller, Math.max(accepted - 1, 0));
        List<Level> shown = IntStream.range(0, levels.accepting().size())
                .mapToObj(n -> level(levels.accepting().get(n), named, n < accepted)).toList();
        return new ReviewView(state, shown, said.orElse(null),
                turn && (state == Version.State.FILED || state == Version.State.REOPENED),
                turn && state == Version.State.FILED, last && state == Version.State.ACCEPTED);
    }

    private static Level level(Code code, Map<Code, String> named, boolean accepted) {
        return new Level(code.value(), named.getOrDefault(code, code.value()), accepted);
    }
}
