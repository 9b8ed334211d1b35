package guidang.reader.word;

import guidang.reader.formats.TooMuch;
import guidang.reader.formats.ZipParts;
import guidang.reader.structure.Paper;
import guidang.reader.structure.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A docx as read.
///
/// @param properties
///            `title`, `created`, `modified`, `pages`, `application`; those that
///            are there
/// @param declared
///            all that it says of itself but who wrote it, `name=value`
public record WordFile(Paper paper, Map<String, String> properties, List<String> declared) {
    private static final Set<String> PERSONS = Set.of("creator", "lastModifiedBy", "Manager");
    private static final int MOST_PROPERTIES = 1_000;

    private static final int MOST_FURNITURE = 100;
    private static final int FURNITURE_LIMIT = 100_000;
    private static final int PROPERTY_LIMIT = 300;

    /// Reads a file.
    ///
    /// @param limit
    ///            more UTF-16 units of text than these are refused
    /// @throws TooMuch
    ///             where it unpacks to too much
    /// @throws IOException
    ///             where the package is broken
    /// @throws XMLStreamException
    ///             where a part is
    public static WordFile read(Path file, int limit) throws IOException, XMLStreamException {
        try (ZipParts zip = new ZipParts(file)) {
            return new Reader(new Parts(zip, factory()), limit).read();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static final class Reader {
        private final Parts parts;
        private final int limit;
        private final Styles styles = new Styles();
        private final Numbering numbering = new Numbering();
        private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

        Reader(Parts parts, int limit) {
            this.parts = parts;
            this.limit = limit;
        }

        WordFile read() throws IOException, XMLStreamException {
            for (String name : parts.related("styles")) {
                optional(name, styles::read);
            }
            for (String name : parts.related("numbering")) {
                optional(name, numbering::read);
            }
            Lines lines = new Lines(limit);
            body(parts.main(), lines, false);
            for (String kind : new String[]{"footnotes", "endnotes"}) {
                for (String name : parts.related(kind)) {
                    if (parts.has(name)) {
                        body(name, lines, true);
                    }
                }
            }
            traits();
            return new WordFile(new Paper(lines.text(), lines.marks(), furniture().stream().toList(), traits), properties(),
                    declared());
        }

        private void body(String name, Lines lines, boolean notes) throws IOException, XMLStreamException {
            Body body = new Body(styles, numbering, lines, limit, notes);
            parts.read(name, body::read);
            traits.addAll(body.traits());
        }

        private void optional(String name, Parts.Reading reading) throws IOException, XMLStreamException {
            if (parts.has(name)) {
                parts.read(name, reading);
            }
        }

        private Set<String> furniture() throws IOException, XMLStreamException {
            Set<String> texts = new LinkedHashSet<>();
            for (String kind : new String[]{"header", "footer"}) {
                for (String name : parts.related(kind)) {
                    if (texts.size() < MOST_FURNITURE && parts.has(name)) {
                        texts.addAll(Body.plain(parts, name, FURNITURE_LIMIT));
                    }
                }
            }
            return texts;
        }

        private void traits() throws IOException, XMLStreamException {
            for (String name : parts.related("comments")) {
                optional(name, this::comments);
            }
            if (!parts.related("vbaProject").isEmpty() || parts.hasBelow("vbaProject")) {
                traits.add(Trait.MACROS);
            }
            if (parts.hasBelow("/embeddings/") || parts.hasBelow("/activeX/")) {
                traits.add(Trait.EMBEDDED_FILES);
            }
        }

        private void comments(XMLStreamReader reader) throws IOException, XMLStreamException {
            while (Parts.next(reader)) {
                if (reader.isStartElement() && reader.getLocalName().equals("comment")) {
                    traits.add(Trait.COMMENTS);
                }
            }
        }

        private Map<String, String> properties() throws IOException, XMLStreamException {
            Map<String, String> kept = new TreeMap<>();
            Map<String, String> names = Map.of("title", "title", "created", "created", "modified", "modified", "Pages", "pages",
                    "Application", "application");
            for (String part : new String[]{"docProps/core.xml", "docProps/app.xml"}) {
                optional(part, reader -> {
                    while (Parts.next(reader)) {
                        String name = reader.isStartElement() ? names.get(reader.getLocalName()) : null;
                        if (name != null) {
                            keep(kept, name, reader.getElementText());
                        }
                    }
                });
            }
            return kept;
        }

        /// Of the package's properties each element that holds text, custom ones by
        /// their own names.
        private List<String> declared() throws IOException, XMLStreamException {
            List<String> declared = new ArrayList<>();
            for (String part : new String[]{"docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"}) {
                optional(part, reader -> declare(reader, declared));
            }
            return declared;
        }

        private static void declare(XMLStreamReader reader, List<String> declared) throws IOException, XMLStreamException {
            String name = "";
            String custom = "";
            while (Parts.next(reader)) {
                if (reader.isStartElement()) {
                    name = reader.getLocalName();
                    String given = reader.getAttributeValue(null, "name");
                    custom = name.equals("property") && given != null ? given : name.equals("property") ? "" : custom;
                } else if (reader.isCharacters() && !reader.isWhiteSpace() && !PERSONS.contains(name)
                        && declared.size() < MOST_PROPERTIES) {
                    declared.add((custom.isEmpty() ? name : custom) + "=" + reader.getText().strip());
                }
            }
        }

        private static void keep(Map<String, String> kept, String name, String value) {
            PendingParagraph clean = new PendingParagraph();
            clean.append(value);
            String words = clean.words().replace('\n', ' ').strip();
            if (!words.isEmpty() && words.length() <= PROPERTY_LIMIT) {
                kept.putIfAbsent(name, words);
            }
        }
    }
}
