package guidang.reader.formats;

import guidang.reader.structure.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Date;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.POIDocument;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/// Word 97–2003, and what WPS saves as .wps: by POI's HWPF; Word 6 and 95 as
/// bare text.
public final class Doc {
    private static final int SHORTEST_RECORD_LIMIT = 64 << 20;

    private Doc() {
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws TooMuch
    ///             where the text passes its limit
    /// @throws IOException
    ///             where it breaks the rules of its format
    public static Sheet read(Path file, int limit) throws IOException {
        HWPFDocument.setMaxRecordLength(SHORTEST_RECORD_LIMIT);
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            PaperWriter out = new PaperWriter(limit);
            traits(container.getRoot(), out);
            return body(container, out);
        }
    }

    private static Sheet body(POIFSFileSystem container, PaperWriter out) throws IOException {
        try (HWPFDocument document = new HWPFDocument(container)) {
            new DocBody(document, out).read();
            Properties properties = properties(document);
            return Sheet.of(out.paper(), properties.pages(), properties);
        } catch (OldWordFileFormatException e) {
            return old(container, out);
        }
    }

    @SuppressWarnings("deprecation") // nothing else reads Word 6
    private static Sheet old(POIFSFileSystem container, PaperWriter out) throws IOException {
        try (Word6Extractor words = new Word6Extractor(container)) {
            for (String paragraph : words.getParagraphText()) {
                out.append(paragraph.replace((char) 7, '\t'));
                out.endLine();
            }
            return Sheet.of(out.paper(), 0, new Properties());
        }
    }

    private static void traits(DirectoryNode root, PaperWriter out) {
        if (root.hasEntryCaseInsensitive("Macros") || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            out.add(Trait.MACROS);
        }
        if (root.hasEntryCaseInsensitive("ObjectPool")) {
            out.add(Trait.EMBEDDED_FILES);
        }
    }

    /// What an OLE document says of itself.
    static Properties properties(POIDocument document) {
        Properties properties = new Properties();
        SummaryInformation summary = document.getSummaryInformation();
        if (summary != null) {
            properties.add("title", summary.getTitle()).add("subject", summary.getSubject())
                    .add("keywords", summary.getKeywords()).add("description", summary.getComments())
                    .add("application", summary.getApplicationName()).add("created", time(summary.getCreateDateTime()))
                    .add("modified", time(summary.getLastSaveDateTime()))
                    .add("pages", summary.getPageCount() > 0 ? Integer.toString(summary.getPageCount()) : null);
        }
        DocumentSummaryInformation more = document.getDocumentSummaryInformation();
        if (more != null) {
            properties.add("category", more.getCategory());
            custom(more.getCustomProperties(), properties);
        }
        return properties;
    }

    private static void custom(@Nullable CustomProperties custom, Properties properties) {
        if (custom != null) {
            custom.nameSet().forEach(name -> properties.add(String.valueOf(name), String.valueOf(custom.get(name))));
        }
    }

    @SuppressWarnings("JavaUtilDate") // POI knows no other
    private static @Nullable String time(@Nullable Date time) {
        // Who does not know the time writes the beginning of 1601.
        return time == null || time.getTime() <= 0 ? null : time.toInstant().toString();
    }
}
