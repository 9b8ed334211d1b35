package guidang.server.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An import as a whole; each change of it is a new document.
///
/// @param name
///            of the zip
/// @param organization
///            at or below which all its rows must lie
/// @param subject
///            whose import it is: who handed it in, then who let it be filed
/// @param size
///            of the zip in bytes
/// @param receivedAt
///            its last byte: that of all its reports
/// @param job
///            the last that worked on it; absent before the first one
/// @param working
///            whether it still does
/// @param problem
///            why all of it was given up
record ImportHead(int format, String name, Code organization, String subject, long size, int rows, Instant receivedAt,
        Phase phase, @Nullable String job, boolean working, @Nullable Refusal problem) {
    static final int FORMAT = 1;

    /// How far it is.
    enum Phase {
        @JsonProperty("checking")
        CHECKING,
        @JsonProperty("checked")
        CHECKED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// As it was handed in.
    static ImportHead received(String name, Code organization, String subject, long size, int rows, Instant receivedAt) {
        return new ImportHead(FORMAT, name, organization, subject, size, rows, receivedAt, Phase.CHECKING, null, false, null);
    }

    /// A job begins with it, or goes on.
    ImportHead taken(Phase now, String by, String worker) {
        return new ImportHead(format, name, organization, by, size, rows, receivedAt, now, worker, true, problem);
    }

    /// Nobody works on it any more.
    ImportHead left(Phase now) {
        return new ImportHead(format, name, organization, subject, size, rows, receivedAt, now, job, false, problem);
    }

    /// Where that job had it, it has not any more.
    ImportHead without(String worker) {
        return worker.equals(job) && working ? left(phase) : this;
    }

    /// Given up as a whole.
    ImportHead given(Refusal why) {
        return new ImportHead(format, name, organization, subject, size, rows, receivedAt, Phase.DONE, job, false, why);
    }

    /// Whoever works on it has exactly the right under which it was handed in.
    Caller officer() {
        return new Caller(subject, "", Set.of(new Grant(Role.OFFICER, organization)));
    }

    /// What whoever would do something to it now is told.
    Problem busy() {
        return new Problem(ProblemType.IMPORT_STATE, "phase", phase.text());
    }
}
