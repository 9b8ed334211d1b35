package guidang.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Decides a file's type by its first bytes and, for a container, by what lies
/// in it. The name has no say.
final class Detector {
    private static final int HEAD = 1024;
    private static final int CONTENT_TYPES_LIMIT = 1 << 20;

    private Detector() {
    }

    /// [MediaType#TEXT] where no magic matches: [PlainText] then says whether it is
    /// one.
    ///
    /// @throws IOException
    ///             where the container is broken
    static MediaType detect(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return container(file);
        }
        return byMagic(start);
    }

    private static MediaType byMagic(String start) {
        // A pdf may have some bytes before its header (ISO 32000-1, annex H, 3.4.1).
        if (start.contains("%PDF-")) {
            return MediaType.PDF;
        } else if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return MediaType.OLE;
        } else if (start.startsWith("{\\rtf")) {
            return MediaType.RTF;
        } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return MediaType.JPEG;
        } else if (start.startsWith("\u0089PNG")) {
            return MediaType.PNG;
        } else if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return MediaType.TIFF;
        } else if (start.startsWith("Rar!")) {
            return MediaType.RAR;
        }
        return byMarkup(start.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT));
    }

    private static MediaType byMarkup(String start) {
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return MediaType.HTML;
        }
        return start.startsWith("<?xml") ? MediaType.XML : MediaType.TEXT;
    }

    private static MediaType container(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            if (types != null) {
                return byContentTypes(zip, types);
            } else if (zip.getEntry("OFD.xml") != null) {
                return MediaType.OFD;
            }
            return zip.getEntry("content.xml") != null ? MediaType.ODT : MediaType.ZIP;
        }
    }

    private static MediaType byContentTypes(ZipFile zip, ZipEntry entry) throws IOException {
        String types;
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            types = new String(in.readNBytes(CONTENT_TYPES_LIMIT), StandardCharsets.UTF_8);
        }
        if (types.contains("wordprocessingml.document.main+xml")) {
            return MediaType.DOCX;
        } else if (types.contains("ms-word.document.macroEnabled.main+xml")) {
            return MediaType.DOCM;
        } else if (types.contains("spreadsheetml.sheet.main+xml")) {
            return MediaType.XLSX;
        }
        return types.contains("presentationml.presentation.main+xml") ? MediaType.PPTX : MediaType.ZIP;
    }
}
