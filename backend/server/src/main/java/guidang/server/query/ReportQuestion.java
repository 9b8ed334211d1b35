package guidang.server.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of the reports. Absent members do not restrict.
///
/// @param words
///            all of them occur in the title or the text; none: every report
/// @param below
///            the path of an organisation: it and those below it
/// @param month
///            of receipt, `2026-11`
/// @param levels
///            which organisations are counted in the facet
/// @param position
///            of the journal, waited for at most `guidang.index.await`; 0: none
/// @param turn
///            whose turn it is
public record ReportQuestion(List<Word> words, @Nullable String below, @Nullable String campaign, @Nullable String documentType,
        @Nullable String month, State state, Sort sort, int size, @Nullable Continuation after, OrganizationLevels levels,
        long position, @Nullable Turn turn) {
    public ReportQuestion {
        words = List.copyOf(words);
    }

    public ReportQuestion(List<Word> words, @Nullable String below, @Nullable String campaign, @Nullable String documentType,
            @Nullable String month, State state, Sort sort, int size, @Nullable Continuation after, OrganizationLevels levels,
            long position) {
        this(words, below, campaign, documentType, month, state, sort, size, after, levels, position, null);
    }

    /// Of those that wait for review: for whom.
    ///
    /// @param organizations
    ///            codes
    /// @param among
    ///            whether it is the turn of one of these; else of others
    public record Turn(List<String> organizations, boolean among) {
        public Turn {
            organizations = List.copyOf(organizations);
        }
    }

    /// Which versions.
    public enum State {
        CURRENT,
        ALL,
        /// For review: current, neither accepted nor returned.
        WAITING,
        /// Returned or reopened, and not yet mended.
        RETURNED,
        ACCEPTED,
        WITHDRAWN,
        SUPERSEDED,
        /// And those that were destroyed.
        SEALED
    }

    /// In which order.
    public enum Sort {
        BEST,
        NEWEST,
        /// Those that wait longest come first.
        OLDEST
    }
}
