package guidang.server.jobs;

import guidang.server.access.Role;
import java.util.Map;
import reactor.core.publisher.Mono;

/// One kind of long work. Rooms that have long work implement it as a bean.
public interface JobKind {
    /// Its name in the API and in the state, for ever: `export`.
    String name();

    /// Who sees and cancels its jobs: whoever holds this role at the job's
    /// organisation or above.
    Role role();

    /// Does the work from wherever it stopped. It may be begun again at any time,
    /// also while another replica still is at it, so each of its steps is a
    /// transaction that is done once however often it is repeated (PROTOCOL 19).
    ///
    /// Completes when it is done, with or without a result. Between steps it looks
    /// at [JobRun#cancelled], and completes early with what it has by then. An error
    /// ends the job as failed, with the problem where it is a
    /// [guidang.server.kernel.Problem]; one that may pass (the store or the index is
    /// away, the journal is busy) lets it begin again some times before.
    Mono<JobResult> run(JobRun run);

    /// What a page may say of a job: its own small facts, of its input. No words of
    /// a document.
    default Map<String, String> facts(Job job) {
        return job.input();
    }
}
