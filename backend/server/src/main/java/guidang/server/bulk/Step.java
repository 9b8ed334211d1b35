package guidang.server.bulk;

import guidang.server.bulk.ImportHead.Phase;
import guidang.server.bulk.ImportRow.Outcome;
import guidang.server.jobs.Job;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;

/// What a job is to do with an import.
enum Step {
    /// Look at each row, and file nothing.
    CHECK,
    /// File what nothing speaks against.
    START,
    /// Try whatever is not filed.
    RETRY;

    Phase during() {
        return this == CHECK ? Phase.CHECKING : Phase.RUNNING;
    }

    Phase after() {
        return this == CHECK ? Phase.CHECKED : Phase.DONE;
    }

    /// @throws Problem
    ///             `IMPORT_STATE` where this is not what comes next
    void requireIn(ImportHead head) {
        boolean next = switch (this) {
            case CHECK -> head.phase() == Phase.CHECKING;
            // What a cancelled dry run did not come to is looked at when it is filed.
            case START -> head.phase() == Phase.CHECKING || head.phase() == Phase.CHECKED;
            case RETRY -> head.phase() == Phase.RUNNING || head.phase() == Phase.DONE;
        };
        if (!next || head.working() || head.problem() != null) {
            throw head.busy();
        }
    }

    /// Whether the row is one of those. One that could not be told apart from
    /// others stays as it is.
    boolean wants(ImportRow row) {
        Outcome outcome = row.outcome();
        boolean torn = row.problem() != null && row.problem().is(ProblemType.MANIFEST_INVALID);
        return !torn && switch (this) {
            case CHECK -> outcome == Outcome.UNCHECKED;
            case START -> outcome == Outcome.UNCHECKED || outcome == Outcome.READY;
            case RETRY -> !outcome.settled();
        };
    }

    /// The job has it; as it is where the job was through with it before.
    ImportHead begun(ImportHead head, Job job) {
        boolean mine = job.id().equals(head.job());
        if (mine && !head.working() && head.phase() == after()) {
            return head;
        }
        if (!mine) {
            requireIn(head);
        }
        return head.taken(during(), job.subject(), job.id());
    }
}
