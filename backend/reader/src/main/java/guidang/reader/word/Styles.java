package guidang.reader.word;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The paragraph styles, each with what it inherits.
final class Styles {
    private static final int DEEPEST = 20;
    private static final ParagraphStyle NONE = new ParagraphStyle();

    private final Map<String, ParagraphStyle> styles = new HashMap<>();
    private @Nullable String standard;

    void read(XMLStreamReader reader) throws IOException, XMLStreamException {
        ParagraphStyle style = null;
        String id = null;
        while (Parts.next(reader)) {
            if (reader.isStartElement() && reader.getLocalName().equals("style")) {
                id = "paragraph".equals(Parts.attribute(reader, "type")) ? Parts.attribute(reader, "styleId") : null;
                String isDefault = Parts.attribute(reader, "default");
                standard = id != null && ("1".equals(isDefault) || "true".equals(isDefault)) ? id : standard;
                style = new ParagraphStyle();
            } else if (reader.isStartElement() && style != null) {
                property(reader, style);
            } else if (reader.isEndElement() && reader.getLocalName().equals("style")) {
                if (id != null && style != null) {
                    styles.put(id, style);
                }
                style = null;
            }
        }
    }

    private static void property(XMLStreamReader reader, ParagraphStyle style) {
        String value = Parts.attribute(reader, "val");
        switch (reader.getLocalName()) {
            case "name" -> style.name = value == null ? null : value.toLowerCase(Locale.ROOT);
            case "basedOn" -> style.basedOn = value;
            case "outlineLvl" -> style.outline = Parts.number(value, 9);
            case "numId" -> style.numbers = Parts.number(value, 0);
            case "ilvl" -> style.level = Parts.number(value, 0);
            case "jc" -> style.alignment = value;
            default -> {
            }
        }
    }

    /// A style with all that it inherits; an unknown one says nothing.
    ParagraphStyle resolved(@Nullable String id) {
        String first = id == null ? standard : id;
        ParagraphStyle whole = new ParagraphStyle();
        ParagraphStyle own = first == null ? NONE : styles.getOrDefault(first, NONE);
        whole.name = own.name;
        ParagraphStyle at = own;
        for (int depth = 0; depth < DEEPEST; depth++) {
            String name = at.name;
            if (whole.outline == null && name != null && name.startsWith("heading ")) {
                whole.outline = at.outline == null ? Integer.valueOf(Parts.number(name.substring(8), 10) - 1) : at.outline;
            }
            whole.inherit(at);
            String base = at.basedOn;
            if (base == null || !styles.containsKey(base)) {
                break;
            }
            at = styles.getOrDefault(base, NONE);
        }
        return whole;
    }

    /// The numbering that a numbering style names.
    int numbers(String style) {
        Integer numbers = resolved(style).numbers;
        return numbers == null ? 0 : numbers;
    }
}
