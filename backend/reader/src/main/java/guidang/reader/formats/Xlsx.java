package guidang.reader.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/// A workbook (ECMA-376 part 1, 18), as far as a marking stands in one: the
/// first rows of its first sheets, their names, headers and footers, text
/// boxes, properties.
public final class Xlsx {
    private static final int MOST_SHEETS = 50;
    private static final int MOST_ROWS = 200;
    private static final int MOST_STRINGS = 20_000;
    private static final int LONGEST_CELL = 300;
    private static final Set<String> FURNITURE = Set.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader",
            "firstFooter");

    private final ZipParts parts;
    private final PaperWriter out;
    private final List<String> strings = new ArrayList<>();

    private Xlsx(ZipParts parts, int limit) {
        this.parts = parts;
        this.out = new PaperWriter(limit);
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws TooMuch
    ///             where a limit is passed
    /// @throws IOException
    ///             where it breaks the rules of its format
    public static Sheet read(Path file, int limit) throws IOException {
        try (ZipParts parts = new ZipParts(file)) {
            return new Xlsx(parts, limit).read();
        } catch (ZipException e) {
            throw new IOException(e);
        }
    }

    private Sheet read() throws IOException {
        names();
        strings();
        for (String sheet : parts.first(MOST_SHEETS, name -> name.matches("xl/worksheets/[^/]+\\.xml"))) {
            sheet(sheet);
        }
        for (String drawing : parts.first(MOST_SHEETS, name -> name.matches("xl/drawings/[^/]+\\.xml"))) {
            Pptx.paragraphs(parts, drawing, out);
        }
        return Sheet.of(out.paper(), 0, OfficeProperties.of(parts));
    }

    private void names() throws IOException {
        try (Xml xml = parts.need("xl/workbook.xml")) {
            for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
                if (event == Xml.Event.START && xml.name().equals("sheet")) {
                    out.furnish(xml.attribute("name"));
                }
            }
        }
    }

    private void strings() throws IOException {
        try (Xml xml = parts.xml("xl/sharedStrings.xml")) {
            while (xml != null && strings.size() < MOST_STRINGS) {
                Xml.Event event = xml.next();
                if (event == Xml.Event.DONE) {
                    return;
                } else if (event == Xml.Event.START && xml.name().equals("si")) {
                    strings.add(xml.content(LONGEST_CELL));
                }
            }
        }
    }

    private void sheet(String part) throws IOException {
        int rows = 0;
        String type = "";
        try (Xml xml = parts.need(part)) {
            for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
                if (event != Xml.Event.START) {
                    continue;
                }
                String name = xml.name();
                if (name.equals("row")) {
                    out.endLine();
                    if (++rows > MOST_ROWS) {
                        xml.skip();
                    }
                } else if (name.equals("c")) {
                    type = xml.attribute("t");
                } else if (name.equals("v") || name.equals("t")) {
                    cell(xml.content(LONGEST_CELL), type);
                } else if (FURNITURE.contains(name)) {
                    out.furnish(plain(xml.content(LONGEST_CELL)));
                }
            }
        }
        out.endLine();
    }

    private void cell(String value, String type) throws IOException {
        String words = type.equals("s") ? shared(value) : value;
        if (!out.atLineStart()) {
            out.append("\t");
        }
        out.append(words.replace('\n', ' '));
    }

    private String shared(String index) {
        int at = index.matches("\\d{1,8}") ? Integer.parseInt(index) : -1;
        return at >= 0 && at < strings.size() ? strings.get(at) : "";
    }

    /// A header without the codes of its three parts, fonts and sizes (18.3.1.46).
    static String plain(String header) {
        return header.replaceAll("&[LCR]", "\n").replaceAll("&\"[^\"]*\"|&K[0-9A-Fa-f]{6}|&\\d+|&[A-Z]", "");
    }
}
