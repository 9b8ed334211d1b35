package guidang.server.jobs;

import org.jspecify.annotations.Nullable;

/// A job that is being done here.
public interface JobRun {
    Job job();

    /// How far it is. Costs nothing: what was told last is noted every two seconds.
    ///
    /// @param done
    ///            steps, rows or whatever it counts, those of earlier runs included
    /// @param total
    ///            null where it is not known
    /// @param failed
    ///            of those done, which came to nothing
    void progress(long done, @Nullable Long total, long failed);

    /// Whether it is to stop. One that does not within a minute is stopped where
    /// it is.
    boolean cancelled();
}
