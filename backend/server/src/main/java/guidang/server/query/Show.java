package guidang.server.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A set of obligations that is counted, and that stands behind the count
/// (DESIGN §8). Each number of a table is the size of one of these.
public enum Show {
    EXPECTED,
    DELIVERED,
    /// Expected and not delivered, whatever the due.
    MISSING,
    /// Timed, not delivered, due.
    OVERDUE,
    ON_TIME,
    /// Timed, delivered, too late.
    LATE,
    /// What timeliness is a share of: timed and delivered, or overdue.
    TIMED,
    /// Returned and not yet mended.
    RETURNED,
    /// Delivered, and nobody has said anything of it yet.
    WAITING,
    ACCEPTED,
    /// Expected, and nobody knows until when.
    DATE_MISSING,
    EXEMPTED,
    /// One of each organisation of which anything is expected.
    ORGANIZATIONS,
    /// One of each whose expected documents are all delivered.
    COMPLETE,
    /// One of each other.
    INCOMPLETE,
    /// Reports that could be read.
    EXAMINED,
    /// Reports that treat the aspect.
    ASPECT,
    /// Reports that name a problem of the aspect.
    PROBLEMS,
    /// Reports that miss the aspect; without one: that miss any.
    ASPECTS_MISSING,
    /// Reports with placeholders that are left unfilled.
    PLACEHOLDERS;

    private static final Query IS_EXPECTED = Filters.is("expected", true);
    private static final Query IS_DELIVERED = Filters.is("delivered", true);
    private static final Query IS_TIMED = Filters.is("timed", true);

    /// As in the API: `date-missing`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param at
    ///            the moment that is asked about
    /// @param aspect
    ///            index in the template of that moment
    Query query(Instant at, @Nullable Integer aspect) {
        return switch (this) {
            case EXPECTED -> IS_EXPECTED;
            case DELIVERED -> delivered();
            case MISSING -> all(IS_EXPECTED, Filters.not(IS_DELIVERED));
            case OVERDUE -> overdue(at);
            case ON_TIME -> Filters.is("onTime", true);
            case LATE -> all(IS_TIMED, IS_DELIVERED, Filters.is("onTime", false));
            case TIMED -> Filters.any(List.of(all(IS_TIMED, IS_DELIVERED), overdue(at)));
            case RETURNED -> all(IS_EXPECTED, Filters.is("state", "returned"));
            case WAITING -> all(IS_EXPECTED, Filters.is("state", "delivered"));
            case ACCEPTED -> all(IS_EXPECTED, Filters.is("state", "accepted"));
            case DATE_MISSING -> all(IS_EXPECTED, Filters.not(Filters.exists("due")));
            case EXEMPTED -> Filters.is("exempted", true);
            case ORGANIZATIONS -> Filters.is("first", true);
            case COMPLETE -> Filters.is("complete", true);
            case INCOMPLETE -> all(Filters.is("first", true), Filters.is("complete", false));
            case EXAMINED -> all(delivered(), Filters.exists("placeholders"));
            case ASPECT -> all(delivered(), Filters.is("aspects", String.valueOf(aspect)));
            case PROBLEMS -> all(delivered(), Filters.is("problems", (aspect == null ? "-" : aspect) + ":1"));
            case ASPECTS_MISSING -> all(delivered(), aspect == null
                    ? Filters.exists("missingAspects")
                    : Filters.is("missingAspects", String.valueOf(aspect)));
            case PLACEHOLDERS -> all(delivered(), Filters.atLeast("placeholders", 1));
        };
    }

    private static Query delivered() {
        return all(IS_EXPECTED, IS_DELIVERED);
    }

    private static Query overdue(Instant at) {
        return all(IS_TIMED, Filters.not(IS_DELIVERED), Filters.notAfter("due", at));
    }

    private static Query all(Query... queries) {
        return Filters.all(List.of(queries));
    }
}
