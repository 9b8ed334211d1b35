package guidang.server.journal;

import guidang.server.kernel.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The exact text of a record in the tree (docs/FORMAT.md, record format 1).
/// Its UTF-8 bytes are the entry of the log.
record Leaf(StreamKey stream, int position, OperationId operation, String type, String data) {
    /// The entry length of C2SP tlog-tiles.
    static final int MAX_BYTES = 65_535;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern FORM = Pattern.compile(
            "\\{\"format\":1,\"stream\":\"([^\"\\\\]+)\",\"position\":(\\d{1,9}),\"operation\":\"([a-z2-7]{32})\",\"type\":\"([a-z0-9-]+)\",\"data\":(\\{.*})}",
            Pattern.DOTALL);

    Leaf {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a record type: " + type);
        }
        if (!data.startsWith("{") || !data.endsWith("}")) {
            throw new IllegalArgumentException("a record's data is one JSON object");
        }
    }

    /// @throws IllegalArgumentException
    ///             where it would not fit into the log, or is not Unicode
    String text() {
        String text = "{\"format\":1,\"stream\":\"" + stream + "\",\"position\":" + position + ",\"operation\":\"" + operation
                + "\",\"type\":\"" + type + "\",\"data\":" + data + "}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a record of " + bytes.length + " bytes is larger than " + MAX_BYTES
                    + ": what is large belongs into a blob");
        }
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException("a record holds half a surrogate pair");
        }
        return text;
    }

    /// @throws IllegalArgumentException
    ///             where the text is not a record of format 1
    static Leaf parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a record of format 1");
        }
        return new Leaf(new StreamKey(form.group(1)), Integer.parseInt(form.group(2)), new OperationId(form.group(3)),
                form.group(4), form.group(5));
    }
}
