package guidang.server.search;

import guidang.server.access.Scope;
import guidang.server.query.Continuation;
import guidang.server.query.OrganizationLevels;
import guidang.server.query.ReportQuestion;
import guidang.server.query.ReportQuestion.Sort;
import guidang.server.query.ReportQuestion.State;
import org.jspecify.annotations.Nullable;

/// A question as it came, checked.
///
/// @param below
///            the path of the organisation asked for
record SearchRequest(Query query, @Nullable String below, @Nullable String campaign, @Nullable String documentType,
        @Nullable String month, State state, Sort sort, int size, long position, ReportQuestion.@Nullable Turn turn) {
    ReportQuestion question(Scope scope, @Nullable Continuation after) {
        return new ReportQuestion(query.words(), below, campaign, documentType, month, state, sort, size, after,
                OrganizationLevels.of(below, scope), position, turn);
    }

    /// All that its pages have in common; a cursor belongs to it and to the caller.
    String fingerprint(String subject) {
        return String.join("\0", subject, query.toString(), String.valueOf(below), String.valueOf(campaign),
                String.valueOf(documentType),
                String.valueOf(month), state.name(), sort.name(), String.valueOf(turn));
    }
}
