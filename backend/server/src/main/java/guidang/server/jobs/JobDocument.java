package guidang.server.jobs;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The state of a job at one moment, as it lies in `work` (docs/FORMAT.md).
///
/// @param holder
///            the replica that is at it, and which of its lives; null while it
///            waits
/// @param at
///            when this was written: a holder that is silent for long is dead
/// @param attempts
///            how often somebody began it since it last came any further
/// @param cancelling
///            whether it is to stop
/// @param end
///            null until it ended
record JobDocument(int format, Order job, JobState state, @Nullable String holder, Instant at, int attempts,
        boolean cancelling, Progress progress, @Nullable End end) {
    static final int FORMAT = 1;

    /// What a damaged document lacks is null, whatever the types say.
    JobDocument {
        Objects.requireNonNull(job);
        Objects.requireNonNull(at);
        Objects.requireNonNull(progress);
        if (state.ended() != (end != null)) {
            throw new IllegalArgumentException("ended, and how it ended");
        }
    }

    /// What was asked for.
    ///
    /// @param grants
    ///            as in tokens: `officer@CODE`
    record Order(String kind, Code organization, String subject, List<String> grants, boolean personal,
            SortedMap<String, String> input, Instant startedAt) {
        Order {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(organization);
            Objects.requireNonNull(subject);
            Objects.requireNonNull(startedAt);
            grants = List.copyOf(grants);
            input = Collections.unmodifiableSortedMap(new TreeMap<>(input));
        }

        static Order of(JobOrder order, Instant now) {
            List<String> grants = order.caller().grants().stream().map(g -> g.role().text() + "@" + g.organization()).sorted()
                    .toList();
            return new Order(order.kind(), order.organization(), order.caller().subject(), grants, order.personal(),
                    new TreeMap<>(order.input()), now);
        }

        Job job(String id) {
            return new Job(id, kind, organization, caller(), personal, input, startedAt);
        }

        private Caller caller() {
            return new Caller(subject, subject, grants.stream().map(Order::grant).collect(Collectors.toUnmodifiableSet()));
        }

        private static Grant grant(String text) {
            int at = text.indexOf('@');
            return new Grant(Role.valueOf(text.substring(0, at).toUpperCase(Locale.ROOT)), new Code(text.substring(at + 1)));
        }
    }

    /// How far it is.
    ///
    /// @param since
    ///            when this run began, with `from` done
    record Progress(long done, @Nullable Long total, long failed, @Nullable Instant since, long from) {
        static final Progress NONE = new Progress(0, null, 0, null, 0);
    }

    /// How it ended.
    ///
    /// @param problem
    ///            null but where it failed
    /// @param result
    ///            null where nothing came of it
    record End(Instant at, @Nullable Fault problem, @Nullable JobResult result) {}

    /// Why it failed.
    ///
    /// @param type
    ///            a problem's slug
    record Fault(String type, Map<String, Object> arguments) {
        static Fault of(ProblemType type, Map<String, Object> arguments) {
            return new Fault(type.slug(), arguments);
        }

        /// One that this release does not know is internal to another one.
        Problem problem() {
            ProblemType known = Arrays.stream(ProblemType.values()).filter(each -> each.slug().equals(type)).findFirst()
                    .orElse(ProblemType.INTERNAL);
            return new Problem(known, arguments.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray());
        }
    }

    static JobDocument waiting(JobOrder order, Instant now) {
        return new JobDocument(FORMAT, Order.of(order, now), JobState.WAITING, null, now, 0, false, Progress.NONE, null);
    }

    boolean ended() {
        return state.ended();
    }

    /// Somebody is at it from now on.
    JobDocument taken(String by, Instant now) {
        int before = progress.done > progress.from ? 0 : attempts;
        return new JobDocument(format, job, JobState.RUNNING, by, now, before + 1, cancelling,
                new Progress(progress.done, progress.total, progress.failed, now, progress.done), null);
    }

    /// Nobody is any more; it is to be gone on with.
    JobDocument released(Instant now) {
        return new JobDocument(format, job, JobState.WAITING, null, now, Math.max(0, attempts - 1), cancelling, progress, null);
    }

    /// It ended, and is to be gone on with all the same.
    JobDocument again(Instant now) {
        return new JobDocument(format, job, JobState.WAITING, null, now, 0, false, progress, null);
    }

    JobDocument progressed(long done, @Nullable Long total, long failed, Instant now) {
        return new JobDocument(format, job, state, holder, now, attempts, cancelling,
                new Progress(done, total, failed, progress.since, progress.from), null);
    }

    /// Somebody says stop; the time of the last sign of life stays.
    JobDocument stopping() {
        return new JobDocument(format, job, state, holder, at, attempts, true, progress, null);
    }

    JobDocument ended(JobState as, @Nullable Fault problem, @Nullable JobResult result, Instant now) {
        return new JobDocument(format, job, as, null, now, attempts, cancelling, progress, new End(now, problem, result));
    }
}
