package guidang.reader.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Slides (ECMA-376 part 1, 19), as far as a marking stands in them: their
/// words, those of masters and layouts, properties.
public final class Pptx {
    private static final int MOST_SLIDES = 500;
    private static final int LONGEST_RUN = 1_000;

    private Pptx() {
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
            PaperWriter out = new PaperWriter(limit);
            for (String slide : parts.first(MOST_SLIDES, name -> name.matches("ppt/slides/[^/]+\\.xml"))) {
                paragraphs(parts, slide, out);
            }
            furnish(parts, limit, out);
            int slides = parts.first(Integer.MAX_VALUE, name -> name.matches("ppt/slides/[^/]+\\.xml")).size();
            return Sheet.of(out.paper(), slides, OfficeProperties.of(parts));
        } catch (ZipException e) {
            throw new IOException(e);
        }
    }

    /// What stands in masters is shown on slides and is no part of their text.
    private static void furnish(ZipParts parts, int limit, PaperWriter out) throws IOException {
        PaperWriter masters = new PaperWriter(limit);
        for (String master : parts.first(MOST_SLIDES, name -> name.matches("ppt/slide(Master|Layout)s/[^/]+\\.xml"))) {
            paragraphs(parts, master, masters);
        }
        masters.paper().text().lines().forEach(out::furnish);
    }

    /// The paragraphs of a part's text boxes (DrawingML, part 1, 21.1.2), a
    /// line each.
    static void paragraphs(ZipParts parts, String part, PaperWriter out) throws IOException {
        try (Xml xml = parts.need(part)) {
            for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
                if (event == Xml.Event.START && xml.name().equals("t")) {
                    out.append(xml.content(LONGEST_RUN));
                } else if (event != Xml.Event.TEXT && (xml.name().equals("p") || xml.name().equals("br"))) {
                    out.endLine();
                }
            }
        }
        out.endLine();
    }
}
