package guidang.server.jobs;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scopes;
import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobView.JobFile;
import guidang.server.jobs.JobView.JobOrganization;
import guidang.server.jobs.JobView.JobProblem;
import guidang.server.kernel.Code;
import guidang.server.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Jobs in words, and who sees them.
final class JobViews {
    private final JobKinds kinds;
    private final Scopes scopes;
    private final OrganizationPaths paths;
    private final OrganizationNames names;
    private final JobExpiry expiry;
    private final Texts texts;

    JobViews(JobKinds kinds, Scopes scopes, OrganizationPaths paths, OrganizationNames names, JobExpiry expiry, Texts texts) {
        this.kinds = kinds;
        this.scopes = scopes;
        this.paths = paths;
        this.names = names;
        this.expiry = expiry;
        this.texts = texts;
    }

    /// Whether the caller holds the kind's role at the job's organisation or above.
    /// A personal one is seen by who began it, while the token still carries the
    /// grants that it was made with: its file holds what they let one read.
    boolean isSeen(Caller caller, Job job) {
        if (job.personal()) {
            return caller.subject().equals(job.subject()) && caller.grants().containsAll(job.caller().grants());
        }
        return kinds.find(job.kind()).flatMap(kind -> paths.path(job.organization())
                .filter(path -> scopes.may(caller, kind.role(), path))).isPresent();
    }

    Mono<JobView> of(Caller caller, Recorded found, Locale locale) {
        Code organization = found.document().job().organization();
        boolean known = paths.path(organization).filter(scopes.tree(caller)::includes).isPresent();
        return names.names(known ? List.of(organization) : List.of())
                .map(named -> of(caller, found, known ? named(organization, named) : null, locale));
    }

    private static JobOrganization named(Code organization, Map<Code, String> names) {
        return new JobOrganization(organization.value(), names.getOrDefault(organization, organization.value()));
    }

    private JobView of(Caller caller, Recorded found, @Nullable JobOrganization organization, Locale locale) {
        JobDocument document = found.document();
        Job job = found.job();
        Map<String, String> facts = kinds.find(job.kind()).map(kind -> kind.facts(job)).orElse(Map.of());
        Optional<JobDocument.End> end = Optional.ofNullable(document.end());
        return new JobView(job.id(), job.kind(), organization, facts, document.state(), document.progress().done(),
                document.progress().total(), document.progress().failed(), remaining(document), job.startedAt(),
                end.map(JobDocument.End::at).orElse(null),
                end.map(JobDocument.End::problem).map(fault -> problem(fault, locale)).orElse(null), file(found),
                end.map(JobDocument.End::result).map(JobResult::counts).orElse(Map.of()),
                !document.ended() && !document.cancelling(), caller.subject().equals(job.subject()));
    }

    /// At the pace since this run began.
    private static @Nullable Long remaining(JobDocument document) {
        JobDocument.Progress progress = document.progress();
        Long total = progress.total();
        Instant since = progress.since();
        long came = progress.done() - progress.from();
        if (document.state() != JobState.RUNNING || total == null || since == null || came <= 0) {
            return null;
        }
        double each = Duration.between(since, document.at()).toMillis() / 1000.0 / came;
        return Math.max(0, Math.round(each * (total - progress.done())));
    }

    private JobProblem problem(JobDocument.Fault fault, Locale locale) {
        String code = fault.problem().type().slug();
        String key = "problem." + code + ".";
        return new JobProblem(code, texts.text(key + "title", fault.arguments(), locale),
                texts.text(key + "detail", fault.arguments(), locale), texts.text(key + "action", fault.arguments(), locale));
    }

    private @Nullable JobFile file(Recorded found) {
        Instant ends = expiry.resultEnds(found.document());
        if (ends == null || expiry.resultIsGone(found.document())) {
            return null;
        }
        JobResult result = Objects.requireNonNull(Objects.requireNonNull(found.document().end()).result());
        return new JobFile(name(found.id(), result), "/api/jobs/" + found.id() + "/result", ends);
    }

    static String name(String id, JobResult result) {
        return result.name() == null ? id : result.name();
    }
}
