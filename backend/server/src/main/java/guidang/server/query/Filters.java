package guidang.server.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Filters by a field of the index.
final class Filters {
    private Filters() {
    }

    static Query is(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    /// Has one of the values.
    static Query anyOf(String field, List<String> values) {
        return Query.of(
                q -> q.terms(t -> t.field(field).terms(all -> all.value(values.stream().map(FieldValue::of).toList()))));
    }

    static Query is(String field, boolean value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    static Query exists(String field) {
        return Query.of(q -> q.exists(e -> e.field(field)));
    }

    static Query atLeast(String field, double least) {
        return Query.of(q -> q.range(r -> r.number(n -> n.field(field).gte(least))));
    }

    static Query notBefore(String field, Instant time) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field(field).gte(time.toString()))));
    }

    static Query notAfter(String field, Instant time) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field(field).lte(time.toString()))));
    }

    /// A span that held at the moment.
    static Query at(Instant moment) {
        return all(List.of(notAfter("from", moment), not(notAfter("to", moment))));
    }

    /// A day lies in a part of the calendar; an absent end is open.
    static Query within(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Query.of(q -> q.range(r -> r.date(d -> {
            d.field(field);
            if (from != null) {
                d.gte(from.toString());
            }
            return to == null ? d : d.lt(to.plusDays(1).toString());
        })));
    }

    static Query all(Collection<Query> filters) {
        return filters.isEmpty()
                ? Query.of(q -> q.matchAll(m -> m))
                : Query.of(q -> q.bool(b -> b.filter(filters.stream().toList())));
    }

    static Query any(List<Query> filters) {
        return Query.of(q -> q.bool(b -> b.should(filters).minimumShouldMatch("1")));
    }

    static Query not(Query filter) {
        return Query.of(q -> q.bool(b -> b.mustNot(filter)));
    }
}
