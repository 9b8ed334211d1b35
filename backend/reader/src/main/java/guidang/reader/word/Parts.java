package guidang.reader.word;

import guidang.reader.formats.TooMuch;
import guidang.reader.formats.ZipParts;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The parts of a package and how they hang together (ECMA-376, part 2).
final class Parts {
    private static final int MOST_RELATIONS = 10_000;

    private final ZipParts zip;
    private final XMLInputFactory xml;
    private final String main;
    /// Targets by the last word of the relation's type.
    private final Map<String, List<String>> related = new HashMap<>();

    Parts(ZipParts zip, XMLInputFactory xml) throws IOException, XMLStreamException {
        this.zip = zip;
        this.xml = xml;
        Map<String, List<String>> root = new HashMap<>();
        relations("_rels/.rels", "", root);
        this.main = root.getOrDefault("officeDocument", List.of("word/document.xml")).getFirst();
        int slash = main.lastIndexOf('/') + 1;
        relations(main.substring(0, slash) + "_rels/" + main.substring(slash) + ".rels", main.substring(0, slash), related);
    }

    String main() {
        return main;
    }

    /// Names of the parts that the document refers to by such a relation.
    List<String> related(String type) {
        return related.getOrDefault(type, List.of());
    }

    boolean has(String name) {
        return zip.has(name);
    }

    boolean hasBelow(String folder) {
        return zip.hasAny(name -> name.contains(folder));
    }

    /// Calls `reading` with a part's XML.
    ///
    /// @throws FileNotFoundException
    ///             where there is no such part
    void read(String name, Reading reading) throws IOException, XMLStreamException {
        InputStream part = zip.open(name);
        if (part == null) {
            throw new FileNotFoundException("no part " + name);
        }
        try (BufferedInputStream in = new BufferedInputStream(part)) {
            XMLStreamReader reader = xml.createXMLStreamReader(in);
            reading.read(reader);
            reader.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof TooMuch limit) {
                throw limit;
            }
            throw e;
        }
    }

    private void relations(String part, String folder, Map<String, List<String>> into) throws IOException, XMLStreamException {
        if (!has(part)) {
            return;
        }
        read(part, reader -> {
            for (int count = 0; next(reader) && count < MOST_RELATIONS;) {
                String type = reader.isStartElement() ? reader.getAttributeValue(null, "Type") : null;
                String target = reader.isStartElement() ? reader.getAttributeValue(null, "Target") : null;
                if (type != null && target != null) {
                    count++;
                    into.computeIfAbsent(type.substring(type.lastIndexOf('/') + 1), key -> new ArrayList<>())
                            .add(resolved(folder, target));
                }
            }
        });
    }

    private static String resolved(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        return path.replace("/./", "/");
    }

    /// Goes to the next event. A document type is never in such a file but
    /// to explode.
    static boolean next(XMLStreamReader reader) throws XMLStreamException, TooMuch {
        if (!reader.hasNext()) {
            return false;
        }
        if (reader.next() == XMLStreamConstants.DTD) {
            throw new TooMuch("a document type, which is there only to explode");
        }
        return true;
    }

    /// The value of `w:val`, or of another attribute of that name in any namespace.
    static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    static int number(@Nullable String value, int otherwise) {
        if (value == null || value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return otherwise;
            }
        }
        return Integer.parseInt(value);
    }

    /// Whether an on/off property is on.
    static boolean isOn(XMLStreamReader reader) {
        String value = attribute(reader, "val");
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    interface Reading {
        void read(XMLStreamReader reader) throws IOException, XMLStreamException;
    }
}
