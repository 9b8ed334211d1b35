package guidang.server.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/// A table on its way out of the house.
///
/// @param name
///            of the file, without its ending
/// @param title
///            stands above all; null: the head is the first row, so that the
///            file can be handed in again
/// @param stamp
///            what it is of: as of when, up to which commit, what was asked
/// @param head
///            of the columns
/// @param rows
///            cells: text, a number, or nothing
public record Table(String name, @Nullable String title, Map<String, String> stamp, List<String> head,
        Flux<List<@Nullable Object>> rows) {
    /// One that can be handed in again.
    public static Table list(String name, List<String> head, Flux<List<@Nullable Object>> rows) {
        return new Table(name, null, Map.of(), head, rows);
    }

    /// Rows above the head: the title, the stamp, an empty one; none without
    /// a title.
    List<List<@Nullable Object>> above() {
        if (title == null) {
            return List.of();
        }
        Stream<List<@Nullable Object>> stamped = stamp.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue()));
        return Stream.concat(Stream.concat(Stream.of(List.<@Nullable Object>of(title)), stamped),
                Stream.of(List.<@Nullable Object>of())).toList();
    }

    List<@Nullable Object> headCells() {
        return new ArrayList<>(head);
    }
}
