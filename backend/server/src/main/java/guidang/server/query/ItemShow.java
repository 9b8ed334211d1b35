package guidang.server.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A set of rectification items that is counted, and that stands behind the
/// count (DESIGN §8). Each number of a table is the size of one of these. Void
/// items are in none.
public enum ItemShow {
    ITEMS,
    /// 长期坚持: the rectification rate leaves them out.
    ONGOING,
    ONGOING_CLOSED,
    /// Not ongoing: what the rectification rate is a share of.
    TIMED,
    /// Of these, closed.
    CLOSED,
    /// Unsettled, and its last day is over.
    OVERDUE,
    /// Unsettled, and its last day comes within 14 days.
    DUE_SOON,
    /// A close-out request waits for an officer.
    WAITING,
    /// An extension request waits for an officer.
    EXTENSIONS,
    /// A close-out was returned once at least.
    RETURNED;

    /// How soon is soon.
    static final int DAYS = 14;
    private static final Query IS_ONGOING = Filters.is("itemType", "ongoing");
    private static final Query IS_CLOSED = Filters.is("state", "closed");
    private static final Query IS_VOID = Filters.is("state", "void");

    /// As in the API: `due-soon`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param today
    ///            the day of the moment that is asked about
    Query query(LocalDate today) {
        return switch (this) {
            case ITEMS -> Filters.not(IS_VOID);
            case ONGOING -> all(Filters.not(IS_VOID), IS_ONGOING);
            case ONGOING_CLOSED -> all(IS_ONGOING, IS_CLOSED);
            case TIMED -> Filters.not(Filters.any(List.of(IS_VOID, IS_ONGOING)));
            case CLOSED -> all(IS_CLOSED, Filters.not(IS_ONGOING));
            case OVERDUE -> all(unsettled(), before(today));
            case DUE_SOON -> all(unsettled(), Filters.not(before(today)), before(today.plusDays(DAYS + 1)));
            case WAITING -> Filters.is("state", "close-out-requested");
            case EXTENSIONS -> all(unsettled(), Filters.is("extension", true));
            case RETURNED -> all(Filters.not(IS_VOID), Filters.atLeast("returns", 1));
        };
    }

    /// Neither closed nor void.
    static Query unsettled() {
        return Filters.not(Filters.any(List.of(IS_VOID, IS_CLOSED)));
    }

    /// Its last day lies before that day.
    static Query before(LocalDate day) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field("due").lt(day.toString()))));
    }

    private static Query all(Query... queries) {
        return Filters.all(List.of(queries));
    }
}
