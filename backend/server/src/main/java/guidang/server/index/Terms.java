package guidang.server.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/// Places as terms.
final class Terms {
    private Terms() {
    }

    static Query is(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    /// Has one of the values.
    static Query anyOf(String field, List<String> values) {
        return Query.of(
                q -> q.terms(t -> t.field(field).terms(all -> all.value(values.stream().map(FieldValue::of).toList()))));
    }
}
