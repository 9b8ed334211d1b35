package guidang.server.statistics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/// A table on its way out of the house.
///
/// @param name
///            of the file, without its ending
/// @param stamp
///            what it is of: as of when, up to which commit, what was asked
/// @param head
///            of the columns
/// @param rows
///            cells: text, a number, or nothing
record Table(String name, String title, Map<String, String> stamp, List<String> head, Flux<List<@Nullable Object>> rows) {}
