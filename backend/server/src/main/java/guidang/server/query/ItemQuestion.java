package guidang.server.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.rectification.ItemTurn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of the rectification items. Absent members, and empty lists,
/// do not restrict.
///
/// @param words
///            all of them occur in what the item is, in what was done, or in the
///            name of a piece of evidence; as of the present alone
/// @param place
///            campaign and organisation
/// @param state
///            a state's word; absent: all but void
/// @param types
///            words of types
/// @param aspects
///            any of them
/// @param due
///            how near the due day is
/// @param dueDays
///            the due day lies within
/// @param evidenceDays
///            the day of a piece of evidence lies within
/// @param extension
///            whether only those for which more time is asked
/// @param returned
///            whether only those of which a close-out was returned
/// @param turn
///            for whom they wait; as of the present alone
/// @param moment
///            of the past; absent: the present
/// @param position
///            of the journal, waited for at most `guidang.index.await`; 0: none
public record ItemQuestion(List<Word> words, ItemFilter place, @Nullable String state, List<String> types, List<String> aspects,
        @Nullable Window due, Days dueDays, Days evidenceDays, boolean extension, boolean returned,
        @Nullable ItemTurn turn, Sort sort, int size, @Nullable Continuation after, OrganizationLevels levels,
        @Nullable Instant moment, long position) {
    /// In place of a state: whatever is still to be done.
    public static final String UNSETTLED = "unsettled";

    public ItemQuestion {
        words = List.copyOf(words);
        types = List.copyOf(types);
        aspects = List.copyOf(aspects);
    }

    /// What was so at the moment, and what no facet shows.
    Query query(AsOf asOf) {
        List<Query> all = new ArrayList<>();
        all.add(moment == null ? Filters.not(Filters.exists("to")) : Filters.at(asOf.time()));
        if (extension) {
            all.add(Filters.is("extension", true));
        }
        if (returned) {
            all.add(Filters.atLeast("returns", 1));
        }
        within(all, "due", dueDays);
        within(all, "evidenceOn", evidenceDays);
        Query filter = Filters.all(all);
        return words.isEmpty() ? filter : Query.of(q -> q.bool(b -> b.must(WordQueries.OF_ITEMS.all(words)).filter(filter)));
    }

    private static void within(List<Query> all, String field, Days days) {
        if (!days.isAll()) {
            all.add(Filters.within(field, days.from(), days.to()));
        }
    }

    /// A part of the calendar.
    ///
    /// @param from
    ///            the first day; absent: any before
    /// @param to
    ///            the last day; absent: any after
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        boolean isAll() {
            return from == null && to == null;
        }
    }

    /// How near the due day of what is unsettled is.
    public enum Window {
        OVERDUE,
        /// Within 14 days.
        SOON,
        LATER,
        /// There is no due day.
        NONE
    }

    /// In which order.
    public enum Sort {
        /// What is due first stands first.
        DUE,
        /// The latest first.
        OPENED,
        /// By organisation, campaign and number: as in the registers.
        NUMBER,
        /// The close-out that waits longest first.
        WAITING,
        /// The best by words; without words as by due day.
        BEST
    }
}
