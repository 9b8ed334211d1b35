package guidang.server.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What the reader made of the main file, as far as it is indexed. The text,
/// nearly all of it, goes from the archive to Elasticsearch as the very bytes of
/// its JSON string: to decode and encode it was a third of the server's work in
/// a rebuild.
///
/// @param blob
///            the stored reading, a JSON object in UTF-8
/// @param from
///            of the text's opening quote in the blob
/// @param to
///            after its closing quote
record StoredReading(String mediaType, @Nullable Integer pages, int characters, byte[] blob, int from, int to) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NAME = ",\"text\":".getBytes(StandardCharsets.US_ASCII);

    /// @throws tools.jackson.core.JacksonException
    ///             where the blob is no JSON object
    /// @throws NullPointerException
    ///             where it has no media type or no text
    static StoredReading of(byte[] blob) {
        @Nullable
        String mediaType = null;
        @Nullable
        Integer pages = null;
        int characters = 0;
        int from = -1;
        int to = -1;
        try (JsonParser members = JSON.createParser(ObjectReadContext.empty(), blob)) {
            members.nextToken();
            while (members.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = members.currentName();
                if (to < 0 && from >= 0) {
                    to = end(blob, members);
                }
                JsonToken value = members.nextToken();
                switch (name) {
                    case "mediaType" -> mediaType = members.getString();
                    case "pages" -> pages = value == JsonToken.VALUE_NULL ? null : (Integer) members.getIntValue();
                    case "characters" -> characters = members.getIntValue();
                    case "text" -> from = value == JsonToken.VALUE_STRING ? start(members) : -1;
                    default -> members.skipChildren();
                }
            }
            if (to < 0 && from >= 0) {
                to = end(blob, members);
            }
        }
        return new StoredReading(Objects.requireNonNull(mediaType), pages, characters,
                Objects.requireNonNull(from < 0 ? null : blob), from, to);
    }

    private static int start(JsonParser members) {
        return Math.toIntExact(members.currentTokenLocation().getByteOffset());
    }

    /// The text's last quote stands before the token that comes after it.
    private static int end(byte[] blob, JsonParser members) {
        int end = start(members);
        while (blob[end - 1] != '"') {
            end--;
        }
        return end;
    }

    /// Ends a document with the text.
    ///
    /// @param object
    ///            a JSON object with a member at least
    /// @return the same with the member `text` as its last
    byte[] addTextTo(byte[] object) {
        var document = new ByteArrayOutputStream(object.length + NAME.length + to - from);
        document.write(object, 0, object.length - 1);
        document.writeBytes(NAME);
        document.write(blob, from, to - from);
        document.write('}');
        return document.toByteArray();
    }
}
