package guidang.server.query;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import guidang.server.index.FileNames;
import guidang.server.query.ItemAnswer.Found;
import guidang.server.query.ItemAnswer.Marks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What of an item's document is fetched for a list.
record StoredItem(String organization, String path, String item, int number, String campaign, @Nullable String report,
        String itemType, String state, @Nullable LocalDate due, Instant openedAt, Instant since, @Nullable Instant closedAt,
        @Nullable String request, boolean extension, int evidence, @Nullable String problem, @Nullable String aspect,
        @Nullable String unit, @Nullable String lastProgress, @Nullable Instant to) {
    static final List<String> FIELDS = List.of("organization", "path", "item", "number", "campaign", "report", "itemType",
            "state", "due", "openedAt", "since", "closedAt", "request", "extension", "evidence", "problem", "aspect", "unit",
            "lastProgress", "to");

    static Map<String, StoredItem> byItem(SearchResponse<StoredItem> answer) {
        return answer.hits().hits().stream().map(hit -> Objects.requireNonNull(hit.source()))
                .collect(Collectors.toMap(StoredItem::item, Function.identity(), (first, _) -> first));
    }

    /// @param now
    ///            the words of those that have none
    static Found found(Hit<StoredItem> hit, Map<String, StoredItem> now) {
        StoredItem stored = Objects.requireNonNull(hit.source());
        return stored.found(now.getOrDefault(stored.item, stored), marks(hit.highlight()));
    }

    private Found found(StoredItem words, @Nullable Marks marks) {
        return new Found(organization, path, item, number, campaign, report, itemType, state, due, openedAt, since, closedAt,
                request, extension, evidence, words.problem, aspect, words.unit, words.lastProgress, marks);
    }

    private static @Nullable Marks marks(Map<String, List<String>> marked) {
        return marked.isEmpty()
                ? null
                : new Marks(joined(marked, Highlighting.PROBLEM), joined(marked, Highlighting.MEASURES),
                        joined(marked, Highlighting.PROGRESS),
                        joined(marked, Highlighting.EVIDENCE).stream().map(FileNames::whole).toList());
    }

    private static List<String> joined(Map<String, List<String>> marked, String field) {
        return marked.getOrDefault(field, List.of()).stream().map(Highlighting::joined).toList();
    }
}
