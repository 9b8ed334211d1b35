package guidang.reader.formats;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hpsf.HPSFPropertiesOnlyDocument;
import org.apache.poi.hslf.extractor.QuickButCruddyTextExtractor;
import org.apache.poi.hslf.record.CurrentUserAtom;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Slides of PowerPoint 97–2003 and what WPS saves as .dps: all words in the
/// order in which they lie, which is enough to find a marking.
public final class Ppt {
    private Ppt() {
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws Locked
    ///             where it wants a password
    /// @throws TooMuch
    ///             where the text passes its limit
    /// @throws IOException
    ///             where it breaks the rules of its format
    public static Sheet read(Path file, int limit) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedSummary")
                    || new CurrentUserAtom(container.getRoot()).isEncrypted()) {
                throw new Locked();
            }
            PaperWriter out = new PaperWriter(limit);
            for (String words : new QuickButCruddyTextExtractor(container).getTextAsVector()) {
                out.append(words);
                out.endLine();
            }
            try (HPSFPropertiesOnlyDocument document = new HPSFPropertiesOnlyDocument(container)) {
                return Sheet.of(out.paper(), 0, Doc.properties(document));
            }
        }
    }
}
