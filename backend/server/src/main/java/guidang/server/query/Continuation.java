package guidang.server.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the next page begins.
///
/// @param values
///            of the last hit's sorting
/// @param point
///            Elasticsearch's point in time; none on the way to the second page
public record Continuation(List<Object> values, @Nullable String point) {
    public Continuation {
        values = List.copyOf(values);
    }
}
