package guidang.server.review;

import guidang.server.access.Caller;
import guidang.server.filing.FiledReport;
import guidang.server.filing.Reason;
import guidang.server.filing.ReportActs;
import guidang.server.filing.ReportActs.Request;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Situation;
import guidang.server.filing.Version;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Returns, accepts and reopens. Errors of all: those of
/// [ReportActs]; `FORBIDDEN`; `REPORT_STATE`; `OWN_REPORT` where the caller
/// filed it.
@Service
class ReviewFlow {
    private final ReportActs acts;
    private final Reviewers reviewers;

    ReviewFlow(ReportActs acts, Reviewers reviewers) {
        this.acts = acts;
        this.reviewers = reviewers;
    }

    /// Sends the current version back, to be mended. It still counts as delivered.
    Mono<FiledReport> giveBack(Caller caller, String key, String report, Reason reason, Instant now) {
        return acts.act(new Request(caller, key, report, "return", List.of(), reason, now), found -> {
            requireReviewer(caller, found, found.version().review().levels());
            found.require(Version.State.FILED);
            return new ReportRecord.Returned(found.version().id(), now, caller.subject(), found.reason());
        });
    }

    /// Accepts the current version, for the level whose turn it is.
    Mono<FiledReport> accept(Caller caller, String key, String report, @Nullable Reason reason, Instant now) {
        return acts.act(new Request(caller, key, report, "accept", List.of(), reason, now), found -> {
            int level = found.version().review().levels();
            Levels levels = requireReviewer(caller, found, level);
            found.require(Version.State.FILED, Version.State.REOPENED);
            return new ReportRecord.Accepted(found.version().id(), levels.at(level), levels.isLast(level), now,
                    caller.subject(), found.details());
        });
    }

    /// Lets an accepted version be replaced after all; by the level that accepted
    /// it last.
    Mono<FiledReport> reopen(Caller caller, String key, String report, Reason reason, Instant now) {
        return acts.act(new Request(caller, key, report, "reopen", List.of(), reason, now), found -> {
            requireReviewer(caller, found, found.version().review().levels() - 1);
            found.require(Version.State.ACCEPTED);
            return new ReportRecord.Reopened(found.version().id(), now, caller.subject(), found.reason());
        });
    }

    private Levels requireReviewer(Caller caller, Situation found, int level) {
        Levels levels = reviewers.levels(found);
        Situation.allow(levels.reviews(caller, Math.max(level, 0)));
        if (found.filed().actor().equals(caller.subject())) {
            throw new Problem(ProblemType.OWN_REPORT, "report", found.version().id().value());
        }
        return levels;
    }
}
