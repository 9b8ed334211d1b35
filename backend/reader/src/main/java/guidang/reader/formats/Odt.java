package guidang.reader.formats;

import guidang.reader.structure.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;

/// OpenDocument text (ISO/IEC 26300; OASIS ODF 1.3): `content.xml`, styles,
/// headers and footers, and what `meta.xml` says.
public final class Odt {
    private static final Map<String, String> META = Map.of("title", "title", "subject", "subject", "description", "description",
            "keyword", "keywords", "generator", "application", "creation-date", "created", "date", "modified");
    private static final int META_LIMIT = 1_000;

    private Odt() {
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws Locked
    ///             where it wants a password
    /// @throws TooMuch
    ///             where a limit is passed
    /// @throws IOException
    ///             where it breaks the rules of its format
    public static Sheet read(Path file, int limit) throws IOException {
        try (ZipParts parts = new ZipParts(file)) {
            refuseLocked(parts);
            PaperWriter out = new PaperWriter(limit);
            OdtStyles styles = new OdtStyles();
            try (Xml xml = parts.xml("styles.xml")) {
                if (xml != null) {
                    furniture(xml, styles, out);
                }
            }
            try (Xml xml = parts.need("content.xml")) {
                new OdtBody(xml, styles, out).read();
            }
            if (parts.hasAny(name -> name.startsWith("Basic/") || name.startsWith("Scripts/"))) {
                out.add(Trait.MACROS);
            }
            Properties properties = properties(parts);
            return Sheet.of(out.paper(), properties.pages(), properties);
        } catch (ZipException e) {
            throw new IOException(e);
        }
    }

    private static void furniture(Xml xml, OdtStyles styles, PaperWriter out) throws IOException {
        for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            if (event != Xml.Event.START) {
                continue;
            }
            String name = xml.name();
            if ((name.startsWith("header") || name.startsWith("footer")) && !name.endsWith("style")) {
                paragraphs(xml, out);
            } else {
                styles.read(xml);
            }
        }
    }

    private static void paragraphs(Xml xml, PaperWriter out) throws IOException {
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            Xml.Event event = xml.next();
            if (event == Xml.Event.DONE) {
                return;
            } else if (event == Xml.Event.START && (xml.name().equals("p") || xml.name().equals("h"))) {
                out.furnish(xml.content(META_LIMIT));
            }
        }
    }

    private static Properties properties(ZipParts parts) throws IOException {
        Properties properties = new Properties();
        try (Xml xml = parts.xml("meta.xml")) {
            for (Xml.Event event = Xml.Event.TEXT; xml != null && event != Xml.Event.DONE; event = xml.next()) {
                if (event != Xml.Event.START) {
                    continue;
                }
                String name = xml.name();
                if (name.equals("document-statistic")) {
                    properties.add("pages", xml.attribute("page-count"));
                } else if (name.equals("user-defined")) {
                    properties.add(xml.attribute("name"), xml.content(META_LIMIT));
                } else if (META.containsKey(name)) {
                    properties.add(META.getOrDefault(name, name), xml.content(META_LIMIT));
                }
            }
        }
        return properties;
    }

    private static void refuseLocked(ZipParts parts) throws IOException {
        try (Xml xml = parts.xml("META-INF/manifest.xml")) {
            for (Xml.Event event = Xml.Event.TEXT; xml != null && event != Xml.Event.DONE; event = xml.next()) {
                if (event == Xml.Event.START && xml.name().equals("encryption-data")) {
                    throw new Locked();
                }
            }
        }
    }
}
