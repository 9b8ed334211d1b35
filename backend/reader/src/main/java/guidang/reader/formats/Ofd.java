package guidang.reader.formats;

import guidang.reader.structure.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/// OFD (GB/T 33190-2016): `OFD.xml` names documents, a document names its pages
/// in order, and a page holds text with places.
public final class Ofd {
    private static final int MOST_PAGES = 10_000;
    private static final int WORDS_LIMIT = 1_000;
    private static final Map<String, String> INFORMATION = Map.of("Title", "title", "Subject", "subject", "Abstract", "abstract",
            "Keyword", "keywords", "Creator", "application", "CreationDate", "created", "ModDate", "modified");

    private final ZipParts parts;
    private final int limit;
    private final PaperWriter out;
    private final Properties properties = new Properties();
    private final List<String> roots = new ArrayList<>();
    private final List<List<PageLine>> pages = new ArrayList<>();
    private double width;

    private Ofd(ZipParts parts, int limit) {
        this.parts = parts;
        this.limit = limit;
        this.out = new PaperWriter(limit);
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws Locked
    ///             where it is encrypted (GM/T 0099)
    /// @throws TooMuch
    ///             where a limit is passed
    /// @throws IOException
    ///             where it breaks the rules of its format
    public static Sheet read(Path file, int limit) throws IOException {
        try (ZipParts parts = new ZipParts(file)) {
            return new Ofd(parts, limit).read();
        } catch (ZipException e) {
            throw new IOException(e);
        }
    }

    private Sheet read() throws IOException {
        if (parts.has("Encryptions.xml")) {
            throw new Locked();
        }
        entry();
        for (String root : roots) {
            document(root);
        }
        PageText text = new PageText(out, width);
        text.write(pages);
        if (out.place() == 0) {
            out.add(Trait.NO_TEXT);
        }
        return new Sheet(out.paper(), pages.size(), text.pageStarts(), properties.kept(), properties.declared());
    }

    private void entry() throws IOException {
        try (Xml xml = parts.need("OFD.xml")) {
            for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
                if (event != Xml.Event.START) {
                    continue;
                }
                String name = xml.name();
                if (name.equals("DocRoot")) {
                    roots.add(path("", xml.content(WORDS_LIMIT).strip()));
                } else if (name.equals("Encryptions")) {
                    throw new Locked();
                } else if (name.equals("CustomData")) {
                    properties.add(xml.attribute("Name"), xml.content(WORDS_LIMIT));
                } else if (INFORMATION.containsKey(name)) {
                    properties.add(INFORMATION.getOrDefault(name, name), xml.content(WORDS_LIMIT));
                }
            }
        }
    }

    private void document(String root) throws IOException {
        Map<String, String> templates = new HashMap<>();
        List<String> contents = new ArrayList<>();
        String annotations = "";
        try (Xml xml = parts.need(root)) {
            for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
                if (event != Xml.Event.START) {
                    continue;
                }
                switch (xml.name()) {
                    case "PhysicalBox" -> width = Math.max(width, width(xml.content(WORDS_LIMIT)));
                    case "TemplatePage" -> templates.put(xml.attribute("ID"), path(root, xml.attribute("BaseLoc")));
                    case "Page" -> contents.add(path(root, xml.attribute("BaseLoc")));
                    case "Attachments" -> out.add(Trait.EMBEDDED_FILES);
                    case "Annotations" -> annotations = path(root, xml.content(WORDS_LIMIT).strip());
                    default -> {
                    }
                }
            }
        }
        if (pages.size() + contents.size() > MOST_PAGES) {
            throw new TooMuch("pages");
        }
        pages(contents, templates);
        annotations(annotations);
    }

    /// The third of four numbers.
    private static double width(String box) {
        String[] numbers = box.strip().split("\\s+", 5);
        try {
            double width = numbers.length == 4 ? Double.parseDouble(numbers[2]) : 0;
            return Double.isFinite(width) ? width : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void pages(List<String> contents, Map<String, String> templates) throws IOException {
        Set<String> used = new HashSet<>();
        OfdPage reader = new OfdPage(limit);
        for (String content : contents) {
            try (Xml xml = parts.xml(content)) {
                pages.add(xml == null ? List.of() : reader.lines(xml, used));
            }
        }
        for (String template : used) {
            furnish(templates.getOrDefault(template, ""));
        }
    }

    /// What stands in templates and stamps is painted on pages and is no part of
    /// their text.
    private void furnish(String part) throws IOException {
        try (Xml xml = parts.xml(part)) {
            if (xml != null) {
                new OfdPage(limit).lines(xml, new HashSet<>()).forEach(line -> out.furnish(line.text()));
            }
        }
    }

    private void annotations(String list) throws IOException {
        List<String> files = new ArrayList<>();
        try (Xml xml = parts.xml(list)) {
            for (Xml.Event event = Xml.Event.TEXT; xml != null && event != Xml.Event.DONE; event = xml.next()) {
                if (event == Xml.Event.START && xml.name().equals("FileLoc") && files.size() < MOST_PAGES) {
                    files.add(path(list, xml.content(WORDS_LIMIT).strip()));
                }
            }
        }
        for (String file : files) {
            furnish(file);
        }
    }

    /// A location is meant from the folder of the part that names it, or from the
    /// container's root.
    private static String path(String from, String location) {
        List<String> steps = new ArrayList<>();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        for (String step : (location.startsWith("/") ? location : folder + location).split("/", -1)) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
