package guidang.reader.formats;

import guidang.reader.structure.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// PDF (ISO 32000), by PDFBox: its lines with their places, made paragraphs of.
public final class Pdf {
    private static final long MEMORY = 48L << 20;
    /// Pages on which the marking of a piece of evidence is looked for.
    private static final int FIRST_PAGES = 50;
    private static final COSName MARKUP = COSName.getPDFName("Text");

    private Pdf() {
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws TooMuch
    ///             where the text passes its limit
    /// @throws IOException
    ///             where it breaks the rules of its format, or wants a password
    public static Sheet read(Path file, int limit) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMixed(MEMORY).streamCache)) {
            PaperWriter out = new PaperWriter(limit);
            write(document, new PdfLines(limit), out);
            if (out.place() == 0) {
                out.add(Trait.NO_TEXT);
            }
            traits(document, out);
            return sheet(document, out);
        }
    }

    /// Reads the first fifty pages, and what the file says of itself: that takes no
    /// longer the larger the file is. Errors: as [#read].
    public static Sheet begin(Path file, int limit) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMixed(MEMORY).streamCache)) {
            PaperWriter out = new PaperWriter(limit);
            PdfLines lines = new PdfLines(limit);
            lines.setEndPage(FIRST_PAGES);
            write(document, lines, out);
            return sheet(document, out);
        }
    }

    private static void write(PDDocument document, PdfLines lines, PaperWriter out) throws IOException {
        List<List<PageLine>> pages = lines.read(document);
        new PageText(out, lines.width()).write(pages);
    }

    private static Sheet sheet(PDDocument document, PaperWriter out) {
        Properties properties = properties(document);
        return new Sheet(out.paper(), document.getNumberOfPages(), List.of(), properties.kept(), properties.declared());
    }

    private static Properties properties(PDDocument document) {
        PDDocumentInformation information = document.getDocumentInformation();
        Properties properties = new Properties().add("title", information.getTitle()).add("subject", information.getSubject())
                .add("keywords", information.getKeywords()).add("application", information.getCreator())
                .add("created", time(information.getCreationDate())).add("modified", time(information.getModificationDate()))
                .add("pages", Integer.toString(document.getNumberOfPages()));
        for (String name : information.getMetadataKeys()) {
            if (!List.of("Title", "Subject", "Keywords", "Creator", "Author", "Producer", "CreationDate", "ModDate")
                    .contains(name)) {
                properties.add(name, information.getCustomMetadataValue(name));
            }
        }
        return properties;
    }

    private static @Nullable String time(@Nullable Calendar time) {
        return time == null ? null : time.toInstant().toString();
    }

    private static void traits(PDDocument document, PaperWriter out) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names != null && names.getEmbeddedFiles() != null) {
            out.add(Trait.EMBEDDED_FILES);
        }
        if (names != null && names.getJavaScript() != null) {
            out.add(Trait.MACROS);
        }
        for (PDPage page : document.getPages()) {
            if (page.getAnnotations(note -> MARKUP.getName().equals(note.getSubtype())).isEmpty()) {
                continue;
            }
            out.add(Trait.COMMENTS);
            return;
        }
    }
}
