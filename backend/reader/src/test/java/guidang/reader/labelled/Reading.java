package guidang.reader.labelled;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the reader made of a file: its text and its line of JSON, whose offsets
/// are code points of the text.
record Reading(String text, JsonNode json) {

    List<JsonNode> list(String field) {
        List<JsonNode> nodes = new ArrayList<>();
        json.path(field).forEach(nodes::add);
        return nodes;
    }

    Set<String> codes() {
        Set<String> codes = new HashSet<>();
        list("findings").forEach(finding -> codes.add(finding.path("code").asString("")));
        return codes;
    }

    /// The words at a path, null where there are none.
    @Nullable
    String words(String field, String within) {
        JsonNode node = json.path(field).path(within);
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }
}
